import type { Scope, Subject } from "./scope.js";
import type { Callable } from "./sinks.js";

/** Prints the statement that calls, with the call between « and »; `undefined` where it cannot stand. */
export type CallStatement = (
  callable: Callable,
  subject: Subject,
  scope: Scope,
) => string | undefined;

function statement(print: (call: string, scope: Scope) => string | undefined): CallStatement {
  return ({ call }, subject, scope) => print(`«${call(subject)}»`, scope);
}

/** Hands the function over, to one who calls it with each user. */
function handedOver(
  print: (list: string, reference: string, scope: Scope) => string | undefined,
): CallStatement {
  return ({ reference }, _, scope) => {
    if (!reference || scope.isDead) return undefined;
    const list = reference.takes === "id" ? `${scope.data.list}Ids` : scope.data.list;
    return print(list, reference.text, scope);
  };
}

/** Hands the function over, to one who calls it with one user. */
function handedOne(
  print: (subject: string, reference: string, scope: Scope) => string | undefined,
): CallStatement {
  return ({ reference }, { id, user }, scope) =>
    reference && print(reference.takes === "id" ? id : user, reference.text, scope);
}

/** What the innermost statement does with the call. */
export const calls = {
  plain: statement((call) => `${call};`),
  awaited: statement((call, { canAwait }) => (canAwait ? `await ${call};` : undefined)),
  void: statement((call) => `void ${call};`),
  kept: statement((call, { fresh }) => `const ${fresh("result")} = ${call};`),
  collected: statement((call) => `results.push(${call});`),
  "in a condition": statement((call) => `if (${call}) log(1);`),
  "after &&": ({ call }, subject) => `isActive(${subject.id}) && «${call(subject)}»;`,
  "in a ternary": ({ call }, subject) => `hasEmail(${subject.id}) ? «${call(subject)}» : log(1);`,
  "in a sequence": statement((call) => `log(1), ${call};`),
  // Whether a promise or nothing is returned decides how `some` goes on, and no reader of one file can tell.
  returned: statement((call, { canReturnAnything }) =>
    canReturnAnything ? `return ${call};` : undefined,
  ),
  "then continued": statement((call) => `Promise.resolve(${call}).then(log);`),
  forEach: handedOver((list, reference) => `«${list}.forEach(${reference})»;`),
  map: handedOver((list, reference, { canAwait }) =>
    canAwait ? `await Promise.all(«${list}.map(${reference})»);` : undefined,
  ),
  "Array.from": handedOver((list, reference) => `«Array.from(${list}, ${reference})»;`),
  pMap: handedOver((list, reference, { canAwait }) =>
    canAwait ? `await «pMap(${list}, ${reference})»;` : undefined,
  ),
  "by name to then": handedOne(
    (subject, reference) => `«Promise.resolve(${subject}).then(${reference})»;`,
  ),
  "by name to a limiter": handedOne((subject, reference, { canAwait }) =>
    canAwait ? `await «limit(${reference}, ${subject})»;` : undefined,
  ),
  "by name to a timer": handedOne(
    (subject, reference) => `«setTimeout(${reference}, 10, ${subject})»;`,
  ),
  "by name to a listener": ({ reference }, _, { data }) =>
    reference &&
    `events.on("${data.one}${reference.takes === "id" ? "Id" : ""}", ${reference.text});`,
} satisfies Record<string, CallStatement>;
