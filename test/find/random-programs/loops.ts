import {
  block,
  type Construct,
  elementName,
  inLoop,
  type Scope,
  withId,
  within,
  withinCallback,
  withSubject,
  withUser,
} from "./scope.js";

/** A loop statement over users: `head` is given the element's name. */
function statement(head: (name: string, scope: Scope) => string | undefined): Construct {
  return (scope, inner, naming) => {
    const name = elementName(naming);
    const header = head(name, scope);
    return header && block(header, inner(withUser(inLoop(scope), name)));
  };
}

/** A loop statement that takes its user from somewhere in its first statement. */
function cursor(
  head: (
    name: string,
    scope: Scope,
  ) => { before?: string; header: string; first: string; after?: string } | undefined,
): Construct {
  return (scope, inner, naming) => {
    const name = elementName(naming);
    const loop = head(name, scope);
    if (!loop) return undefined;
    const { before, header, first, after } = loop;
    const body = block(header, `${first}\n${inner(withUser(inLoop(scope), name))}`);
    return [before, after === undefined ? body : `${body} ${after}`].filter(Boolean).join("\n");
  };
}

/** A method that calls back with each user: `end` is what the callback returns. */
function callback(
  call: (fn: string, scope: Scope) => string,
  {
    before = "",
    end = "",
    isAsync = false,
    waits = false,
    isPlain = true,
    skips = true,
    canReturnAnything = true,
  } = {},
): Construct {
  return (scope, inner, naming) => {
    if (waits && !scope.canAwait) return undefined;
    const name = elementName(naming);
    const inside = withUser(withinCallback(scope, isAsync), name);
    const canThrow = scope.canThrow && (waits || !isAsync);
    const body = inner({
      ...inside,
      canThrow,
      canReturnAnything,
      skip: skips ? "return" : undefined,
    });
    const head = `${isAsync ? "async " : ""}(${before}${name}) =>`;
    const only = /^«[^;]*»;$/.test(body) && isPlain && !end && naming % 2 === 0;
    const fn = only ? `${head} ${body.slice(0, -1)}` : block(head, body + (end && `\n${end}`));
    return `${call(fn, scope)};`;
  };
}

/** Loops that bring another user in each turn. */
export const loops = {
  "for-of": statement((name, { data }) => `for (const ${name} of ${data.list})`),
  "for-of let": statement((name, { data }) => `for (let ${name} of ${data.list}.slice())`),
  "for-of Set": statement((name, { data }) => `for (const ${name} of new Set(${data.list}))`),
  "for-of Map": statement((name, { data }) => `for (const [, ${name}] of ${data.list}Map)`),
  "for-of values": statement((name, { data }) => `for (const ${name} of ${data.list}Map.values())`),
  "for-of Object.values": statement(
    (name, { data }) => `for (const ${name} of Object.values(${data.list}ById))`,
  ),
  "for-of entries": statement(
    (name, { data }) => `for (const [index, ${name}] of ${data.list}.entries())`,
  ),
  "for await": statement((name, { canAwait, data }) =>
    canAwait ? `for await (const ${name} of ${data.list}Stream())` : undefined,
  ),
  "for-of ids": (scope, inner, naming) => {
    const name = `${elementName(naming)}Id`;
    return block(
      `for (const ${name} of ${scope.data.list}Ids)`,
      inner(withId(inLoop(scope), name)),
    );
  },
  "for-of destructured": (scope, inner) =>
    block(
      `for (const { id, ...traits } of ${scope.data.list})`,
      inner(
        withSubject(inLoop(scope), {
          user: "{ id, ...traits }",
          id: "id",
          names: ["id", "traits"],
        }),
      ),
    ),
  "for-in": (scope, inner, naming) => {
    const name = `${elementName(naming)}Key`;
    return block(
      `for (const ${name} in ${scope.data.list}ById)`,
      inner(withId(inLoop(scope), name)),
    );
  },
  "for index": cursor((name, { data, fresh }) => {
    const i = fresh("i");
    return {
      header: `for (let ${i} = 0; ${i} < ${data.list}.length; ${i}++)`,
      first: `const ${name} = ${data.list}[${i}];`,
    };
  }),
  "for backwards": cursor((name, { data, fresh }) => {
    const i = fresh("i");
    return {
      header: `for (let ${i} = ${data.list}.length; ${i} > 0; ${i} -= 1)`,
      first: `const ${name} = ${data.list}.at(-${i});`,
    };
  }),
  "for linked": cursor((name, { data, fresh }) => {
    const node = fresh("node");
    return {
      header: `for (let ${node} = ${data.list}Linked; ${node}; ${node} = ${node}.next)`,
      first: `const ${name} = ${node}.value;`,
    };
  }),
  "while index": cursor((name, { data, fresh }) => {
    const i = fresh("i");
    return {
      before: `let ${i} = 0;`,
      header: `while (${i} < ${data.list}.length)`,
      first: `const ${name} = ${data.list}[${i}++];`,
    };
  }),
  "while shift": cursor((name, { data, fresh }) => {
    const queue = fresh("queue");
    return {
      before: `const ${queue} = [...${data.list}];`,
      header: `while (${queue}.length > 0)`,
      first: `const ${name} = ${queue}.shift();`,
    };
  }),
  "while assigned": (scope, inner, naming) => {
    const queue = scope.fresh("queue");
    const name = elementName(naming);
    const subject = { user: name, id: `${name}.id`, names: [name], isVolatile: true };
    const loop = block(
      `while ((${name} = ${queue}.shift()))`,
      inner(withSubject(inLoop(scope), subject)),
    );
    return block("", `const ${queue} = [...${scope.data.list}];\nlet ${name};\n${loop}`).trim();
  },
  "for iterator": cursor((name, { data, declare, fresh, subjects }) => {
    // One for all, and in no other loop over users: one that each turn makes anew looks like one that goes on.
    if (subjects.length > 1) return undefined;
    const [iterator, step] = [fresh("iterator"), fresh("step")];
    declare(`const ${iterator} = ${data.list}[Symbol.iterator]();`);
    return {
      header: `for (let ${step} = ${iterator}.next(); !${step}.done; ${step} = ${iterator}.next())`,
      first: `const ${name} = ${step}.value;`,
    };
  }),
  "do while": cursor((name, { data, fresh }) => {
    const i = fresh("i");
    return {
      before: `let ${i} = 0;`,
      header: `do`,
      first: `const ${name} = ${data.list}[${i}];\n${i} += 1;`,
      after: `while (${i} < ${data.list}.length);`,
    };
  }),
  forEach: callback((fn, { data }) => `${data.list}.forEach(${fn})`),
  "forEach async": callback((fn, { data }) => `${data.list}.forEach(${fn})`, { isAsync: true }),
  "forEach of a Map": callback((fn, { data }) => `${data.list}Map.forEach(${fn})`),
  "forEach of a Set": callback((fn, { data }) => `new Set(${data.list}).forEach(${fn})`),
  "forEach of a filter": callback(
    (fn, { data }) => `${data.list}.filter((x) => x.active).forEach(${fn})`,
  ),
  "forEach optional": callback((fn, { data }) => `${data.list}?.forEach(${fn})`),
  map: callback((fn, { data }) => `${data.list}.map(${fn})`),
  "Promise.all": callback((fn, { data }) => `await Promise.all(${data.list}.map(${fn}))`, {
    isAsync: true,
    waits: true,
  }),
  "Promise.allSettled": callback(
    (fn, { data }) => `await Promise.allSettled(${data.list}.map(${fn}))`,
    {
      isAsync: true,
      waits: true,
    },
  ),
  flatMap: callback((fn, { data }) => `${data.list}.flatMap(${fn})`, { end: "return [];" }),
  filter: callback((fn, { data }) => `const kept = ${data.list}.filter(${fn})`, {
    end: "return true;",
  }),
  "some that goes on": callback((fn, { data }) => `${data.list}.some(${fn})`, {
    canReturnAnything: false,
    end: "return false;",
  }),
  "every that goes on": callback((fn, { data }) => `${data.list}.every(${fn})`, {
    end: "return true;",
    canReturnAnything: false,
    skips: false,
  }),
  "find that goes on": callback((fn, { data }) => `${data.list}.find(${fn})`, {
    canReturnAnything: false,
    end: "return false;",
  }),
  "some that stops": callback((fn, { data }) => `${data.list}.some(${fn})`, {
    canReturnAnything: false,
    end: "return true;",
  }),
  "every that stops": callback((fn, { data }) => `${data.list}.every(${fn})`, {
    end: "return false;",
    canReturnAnything: false,
    skips: false,
  }),
  "find that stops": callback((fn, { data }) => `${data.list}.find(${fn})`, {
    canReturnAnything: false,
    end: "return true;",
  }),
  "findIndex that stops": callback((fn, { data }) => `${data.list}.findIndex(${fn})`, {
    canReturnAnything: false,
    end: "return true;",
  }),
  "Array.from": callback((fn, { data }) => `Array.from(${data.list}, ${fn})`),
  "globalThis.Array.from": callback((fn, { data }) => `globalThis.Array.from(${data.list}, ${fn})`),
  reduce: callback((fn, { data }) => `${data.list}.reduce(${fn}, 0)`, {
    before: "sum, ",
    end: "return sum + 1;",
    isPlain: false,
  }),
  "reduce of promises": (scope, inner, naming) => {
    if (!scope.canAwait) return undefined;
    const name = elementName(naming);
    const body = inner(withUser(withinCallback(scope, true), name));
    const fn = block(`async (before, ${name}) =>`, `await before;\n${body}`);
    return `await ${scope.data.list}.reduce(${fn}, Promise.resolve());`;
  },
  "thunks in a loop": (scope, inner, naming) => {
    if (!scope.canAwait) return undefined;
    const tasks = scope.fresh("tasks");
    const name = elementName(naming);
    const body = inner(withUser(withinCallback(scope, true), name));
    const made = `const ${tasks} = ${scope.data.list}.map(${block(`(${name}) => async () =>`, body)});`;
    return `${made}\nfor (const task of ${tasks}) await task();`;
  },
  "thunks for a runner": (scope, inner, naming) => {
    if (!scope.canAwait) return undefined;
    const name = elementName(naming);
    const body = inner(withUser(withinCallback(scope, true), name));
    return `await pAll(${scope.data.list}.map(${block(`(${name}) => async () =>`, body)}));`;
  },
  "thunks pushed": (scope, inner, naming) => {
    if (!scope.canAwait) return undefined;
    const tasks = scope.fresh("tasks");
    const name = elementName(naming);
    const body = inner(withUser(withinCallback(scope, true), name));
    const filled = `for (const ${name} of ${scope.data.list}) ${tasks}.push(${block("async () =>", body)});`;
    return `const ${tasks} = [];\n${filled}\nawait Promise.all(${tasks}.map((task) => task()));`;
  },
  pages: (scope, inner, naming) => {
    if (!scope.canAwait) return undefined;
    const [cursor, page, name] = [scope.fresh("cursor"), scope.fresh("page"), elementName(naming)];
    const each = block(
      `for (const ${name} of ${page}.${scope.data.list})`,
      inner(withUser(inLoop(scope), name)),
    );
    const turn = `const ${page} = await load.${scope.data.list}(${cursor});\n${cursor} = ${page}.next;\n${each}`;
    return `let ${cursor} = 0;\n${block("do", turn)} while (${cursor});`;
  },
  "pages by while": (scope, inner, naming) => {
    if (!scope.canAwait) return undefined;
    const [page, name] = [scope.fresh("page"), elementName(naming)];
    const inside = {
      ...withUser(withinCallback(scope, false), name),
      canThrow: scope.canThrow,
      skip: "return" as const,
    };
    const each = `${page}.${scope.data.list}.forEach(${block(`(${name}) =>`, inner(inside))});`;
    const next = `${page} = ${page}.next ? await load.${scope.data.list}(${page}.next) : null;`;
    return `let ${page} = await load.${scope.data.list}(0);\n${block(`while (${page})`, `${each}\n${next}`)}`;
  },
  chunks: (scope, inner, naming) => {
    const [i, chunk, name] = [scope.fresh("i"), scope.fresh("chunk"), elementName(naming)];
    const { list } = scope.data;
    const each = block(`for (const ${name} of ${chunk})`, inner(withUser(inLoop(scope), name)));
    const turn = `const ${chunk} = ${list}.slice(${i}, ${i} + 2);\n${each}`;
    return block(`for (let ${i} = 0; ${i} < ${list}.length; ${i} += 2)`, turn);
  },
  "chunks at once": (scope, inner, naming) => {
    if (!scope.canAwait) return undefined;
    const queue = scope.fresh("queue");
    const name = elementName(naming);
    const inside = withUser(withinCallback(scope, true), name);
    const all = `await Promise.all(${queue}.splice(0, 2).map(${block(`async (${name}) =>`, inner(inside))}));`;
    return `const ${queue} = [...${scope.data.list}];\n${block(`while (${queue}.length)`, all)}`;
  },
  teams: (scope, inner, naming) => {
    const [team, name] = [scope.fresh("team"), elementName(naming)];
    const each = block(
      `for (const ${name} of ${team}.people)`,
      inner(withUser(inLoop(scope), name)),
    );
    return block(`for (const ${team} of ${scope.data.list}Teams)`, each);
  },
  "owners of teams": (scope, inner, naming) => {
    const [team, name] = [scope.fresh("team"), elementName(naming)];
    const turn = `const ${name} = ${team}.owner;\n${inner(withUser(inLoop(scope), name))}`;
    return block(`for (const ${team} of ${scope.data.list}Teams)`, turn);
  },
  "recursion over pages": (scope, inner, naming) => {
    if (!scope.canAwait) return undefined;
    const [next, name] = [scope.fresh("next"), elementName(naming)];
    const { list } = scope.data;
    const inside = withUser(inLoop(within(scope)), name);
    const each = block(`for (const ${name} of page.${list})`, inner(inside));
    const turn = `const page = await load.${list}(cursor);\n${each}\nif (page.next) await ${next}(page.next);`;
    return `${block(`async function ${next}(cursor)`, turn)}\nawait ‹${next}(0)›;`;
  },
  "recursion over an index": (scope, inner, naming) => {
    const [step, name] = [scope.fresh("step"), elementName(naming)];
    const { list } = scope.data;
    const first = `if (index >= ${list}.length) return;\nconst ${name} = ${list}[index];`;
    const inside = withUser(within(scope, { canAwait: false }), name);
    return `${block(`function ${step}(index)`, `${first}\n${inner(inside)}\n${step}(index + 1);`)}\n‹${step}(0)›;`;
  },
  "recursion over the rest": (scope, inner, naming) => {
    const [step, name] = [scope.fresh("step"), elementName(naming)];
    const first = `if (!${name}) return;`;
    const inside = withUser(within(scope, { canAwait: false }), name);
    const body = `${first}\n${inner(inside)}\n${step}(rest);`;
    return `const ${step} = ${block(`([${name}, ...rest]) =>`, body)};\n‹${step}(${scope.data.list})›;`;
  },
  "generator that is driven": (scope, inner, naming) => {
    const [each, name] = [scope.fresh("each"), elementName(naming)];
    const inside = withUser(inLoop(within(scope, { canAwait: false })), name);
    const loop = block(`for (const ${name} of list)`, `${inner(inside)}\nyield ${name};`);
    const driven = `for (const done of ‹${each}(${scope.data.list})›) log(done);`;
    return `${block(`function* ${each}(list)`, loop)}\n${driven}`;
  },
  "generator as the source": (scope, inner, naming) => {
    const [active, name] = [scope.fresh("active"), elementName(naming)];
    const source = block(
      `function* ${active}(list)`,
      `for (const x of list) if (x.active) yield x;`,
    );
    return `${source}\n${block(`for (const ${name} of ${active}(${scope.data.list}))`, inner(withUser(inLoop(scope), name)))}`;
  },
  "labelled for-of": (scope, inner, naming) => {
    const [label, name] = [scope.fresh("label"), elementName(naming)];
    const inside = withUser(inLoop(scope, label), name);
    return block(`${label}: for (const ${name} of ${scope.data.list})`, inner(inside));
  },
  "iterator helper": (scope, inner, naming) => {
    // Node 20 has none.
    if (!("Iterator" in globalThis)) return undefined;
    const name = elementName(naming);
    const fn = block(`(${name}) =>`, inner(withUser(withinCallback(scope, false), name)));
    return `${scope.data.list}.values().forEach(${fn});`;
  },
} satisfies Record<string, Construct>;
