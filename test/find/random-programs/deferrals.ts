import { block, type Construct, elementName, withinCallback, withUser, within } from "./scope.js";

/**
 * Code in a function of its own: some run it at once or a little later, some for one live user, some never.
 * Not among them: `setInterval`, which the engine takes for a job of the live user's, and functions that are pushed to a
 * list which nobody runs, which read like those that somebody runs.
 */
export const deferrals = {
  "called at once": (scope, inner) => {
    const inside = within(scope, { canAwait: false });
    return `(${block("() =>", inner(inside))})();`;
  },
  "async, called at once": (scope, inner) =>
    scope.canAwait ? `await (${block("async function ()", inner(within(scope)))})();` : undefined,
  "called by call": (scope, inner) =>
    `(${block("function ()", inner(within(scope, { canAwait: false })))}).call(undefined);`,
  then: (scope, inner) =>
    `Promise.resolve().then(${block("() =>", inner(withinCallback(scope, false)))});`,
  "then of a look-up": (scope, inner, naming) => {
    const name = elementName(naming);
    const subject = scope.subjects.at(-1);
    if (!subject) return undefined;
    const fn = block(`(${name}) =>`, inner(withUser(withinCallback(scope, false), name)));
    return `lookUp(${subject.id}).then(${fn});`;
  },
  setTimeout: (scope, inner) =>
    `setTimeout(${block("() =>", inner(withinCallback(scope, false)))}, 10);`,
  queueMicrotask: (scope, inner) =>
    `queueMicrotask(${block("() =>", inner(withinCallback(scope, false)))});`,
  limit: (scope, inner) =>
    scope.canAwait
      ? `await limit(${block("async () =>", inner(withinCallback(scope, true)))});`
      : undefined,
  "new Promise": (scope, inner) => {
    if (!scope.canAwait) return undefined;
    const fn = block("(resolve) =>", `${inner(withinCallback(scope, false))}\nresolve();`);
    return `await Promise.race([new Promise(${fn}), sleep(1)]);`;
  },
  "local function": (scope, inner) => {
    const name = scope.fresh("run");
    return `${block(`function ${name}()`, inner(within(scope, { canAwait: false })))}\n‹${name}()›;`;
  },
  "local arrow function": (scope, inner) => {
    const name = scope.fresh("run");
    return `const ${name} = ${block("() =>", inner(within(scope, { canAwait: false })))};\n‹${name}()›;`;
  },
  "over a list of one": (scope, inner, naming) => {
    const subject = scope.subjects.at(-1);
    if (!subject) return undefined;
    const name = elementName(naming);
    // A loop would shadow the name that its list reads.
    if (subject.names.includes(name)) return undefined;
    return `[${subject.user}].forEach(${block(`(${name}) =>`, inner(withUser(withinCallback(scope, false), name)))});`;
  },
  listener: (scope, inner, naming) => {
    const name = elementName(naming);
    const fn = block(`(${name}) =>`, inner(withUser(withinCallback(scope, false), name)));
    return `events.on("${scope.data.one}", ${fn});`;
  },
  "async listener": (scope, inner) => {
    const fn = block(
      "async (event) =>",
      inner(withUser(withinCallback(scope, true), "event.user")),
    );
    return `button.addEventListener("${scope.data.one}", ${fn});`;
  },
  "listener of whom a loop has": (scope, inner) =>
    `events.once("${scope.data.one}", ${block("() =>", inner(withinCallback(scope, false)))});`,
  "never called": (scope, inner) => {
    const name = scope.fresh("later");
    return block(
      `function ${name}()`,
      inner({ ...within(scope, { canAwait: false }), isDead: true }),
    );
  },
  "never called, kept": (scope, inner) => {
    const fn = block("() =>", inner({ ...within(scope, { canAwait: false }), isDead: true }));
    return `handlers.${scope.fresh("handler")} = ${fn};`;
  },
} satisfies Record<string, Construct>;
