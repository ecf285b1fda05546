import { block, type Construct, inLoop, type Scope, within, withinCallback } from "./scope.js";

function statement(header: (scope: Scope) => string | undefined): Construct {
  return (scope, inner) => {
    const head = header(scope);
    return head && block(head, inner(inLoop(scope)));
  };
}

/** Loops that go on with whom they have: none of them brings another user. */
export const repeats = {
  "over plans": statement(({ fresh }) => `for (const ${fresh("plan")} of plans)`),
  "over the fields of one user": statement(
    ({ data, fresh }) => `for (const [key, ${fresh("value")}] of Object.entries(${data.one}))`,
  ),
  "over the keys of one user": statement(
    ({ data, fresh }) => `for (const ${fresh("key")} in ${data.one})`,
  ),
  "over the tags of one user": statement(
    ({ data, fresh }) => `for (const ${fresh("tag")} of ${data.one}.tags)`,
  ),
  "over a list of one": statement(
    ({ data, fresh }) => `for (const ${fresh("only")} of [${data.one}])`,
  ),
  "a few times": statement(({ fresh }) => {
    const i = fresh("i");
    return `for (let ${i} = 0; ${i} < 3; ${i}++)`;
  }),
  "forEach over plans": (scope, inner) => {
    const fn = block(
      `(${scope.fresh("plan")}) =>`,
      inner({ ...withinCallback(scope, false), skip: "return" }),
    );
    return `plans.forEach(${fn});`;
  },
  "Promise.all over plans": (scope, inner) => {
    if (!scope.canAwait) return undefined;
    const inside = { ...withinCallback(scope, true), skip: "return" } as const;
    return `await Promise.all(plans.map(${block(`async (${scope.fresh("plan")}) =>`, inner(inside))}));`;
  },
  retry: (scope, inner) => {
    const tries = scope.fresh("tries");
    const body = block("try", `${inner(inLoop(scope))}\nbreak;`);
    const caught = block("catch (error)", `if (${tries} === 2) throw error;`);
    return block(`for (let ${tries} = 0; ${tries} < 3; ${tries}++)`, `${body} ${caught}`);
  },
  "retry while failing": (scope, inner) => {
    const [isDone, tries] = [scope.fresh("isDone"), scope.fresh("tries")];
    const body = `${tries} += 1;\n${inner(inLoop(scope))}\n${isDone} = true;`;
    const loop = block(`while (!${isDone} && ${tries} < 3)`, body);
    return `let ${isDone} = false;\nlet ${tries} = 0;\n${loop}`;
  },
  "retry by a function": (scope, inner) => {
    if (!scope.canAwait) return undefined;
    return `await retry(${block("async () =>", inner(withinCallback(scope, true)))});`;
  },
  "retry by recursion": (scope, inner) => {
    if (!scope.canAwait) return undefined;
    const attempt = scope.fresh("attempt");
    const tried = block("try", inner(within(scope)));
    const caught = block("catch", `if (left > 0) await ${attempt}(left - 1);`);
    return `${block(`async function ${attempt}(left)`, `${tried} ${caught}`)}\nawait ‹${attempt}(2)›;`;
  },
  polling: (scope, inner) => {
    if (!scope.canAwait) return undefined;
    return block(
      `while (!(await isReady("${scope.fresh("job")}")))`,
      `${inner(inLoop(scope))}\nawait sleep(1);`,
    );
  },
  "do until ready": (scope, inner) =>
    `${block("do", inner(inLoop(scope)))} while (!isReady("${scope.fresh("job")}"));`,
  "do once": (scope, inner) => `${block("do", inner(inLoop(scope)))} while (false);`,
  "over users, who stay unread": (scope, inner) => {
    const name = scope.fresh("unread");
    return block(
      `for (const ${name} of ${scope.data.list})`,
      `log(${name}.id);\n${inner(inLoop(scope))}`,
    );
  },
  "over users, counted": (scope, inner) => {
    const count = scope.fresh("count");
    const body = `${count} += 1;\n${inner(inLoop(scope))}`;
    return `let ${count} = 0;\n${block(`for (const each of ${scope.data.list})`, body)}\nlog(${count});`;
  },
} satisfies Record<string, Construct>;
