import { block, type Construct, within } from "./scope.js";

/** What a whole part stands in; each runs once. */
export const frames = {
  "top level": (scope, inner) => inner(scope),
  block: (scope, inner) => block("", inner(scope)).trim(),
  function: (scope, inner) => {
    const main = scope.fresh("main");
    const body = inner(within(scope, { canThrow: true }));
    return `${block(`async function ${main}()`, body)}\nawait ${main}().catch(log);`;
  },
  "arrow function": (scope, inner) => {
    const main = scope.fresh("main");
    const body = inner(within(scope, { canThrow: true }));
    return `const ${main} = ${block("async () =>", body)};\nawait ${main}().catch(log);`;
  },
  "synchronous function": (scope, inner) => {
    const main = scope.fresh("main");
    return `${block(`function ${main}()`, inner(within(scope, { canAwait: false })))}\n${main}();`;
  },
  "function of the list": (scope, inner) => {
    const main = scope.fresh("main");
    const { list, one } = scope.data;
    return `${block(`async function ${main}(${list}, ${one})`, inner(within(scope)))}\nawait ${main}(${list}, ${one});`;
  },
  "called at once": (scope, inner) => `await (${block("async () =>", inner(within(scope)))})();`,
  method: (scope, inner) => {
    const name = scope.fresh("Backfill");
    const method = block("async run()", inner(within(scope)));
    return `${block(`class ${name}`, method)}\nawait new ${name}().run();`;
  },
  "method of an object": (scope, inner) => {
    const name = scope.fresh("job");
    return `const ${name} = ${block("", block("async run()", inner(within(scope)))).trim()};\nawait ${name}.run();`;
  },
} satisfies Record<string, Construct>;
