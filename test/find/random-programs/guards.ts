import { block, type Construct, type Scope } from "./scope.js";

/** Whom a condition is about: the innermost who can be spoken of. */
function innermost({ subjects }: Scope): string {
  return subjects.at(-1)?.id ?? "";
}

/** A condition that holds for at least two of the users in a list, and for the one who is there: see `world.ts`. */
function around(print: (id: string, body: string) => string): Construct {
  return (scope, inner) => print(innermost(scope), inner(scope));
}

/** Conditions and other statements around code, under which it still runs for more than one user. */
export const guards = {
  if: around((id, body) => block(`if (isActive(${id}))`, body)),
  "if else": around(
    (id, body) => `${block(`if (!hasEmail(${id}))`, `log(${id});`)} ${block("else", body)}`,
  ),
  "if else if": around(
    (id, body) =>
      `${block(`if (!hasEmail(${id}))`, "log(1);")} ${block(`else if (isActive(${id}))`, body)}`,
  ),
  "early end of the turn": (scope, inner) =>
    scope.skip && `if (!isActive(${innermost(scope)})) ${scope.skip};\n${inner(scope)}`,
  "early end in a block": (scope, inner) =>
    scope.skip &&
    `${block(`if (!hasEmail(${innermost(scope)}))`, `log("no e-mail");\n${scope.skip};`)}\n${inner(scope)}`,
  "try catch": around(
    (_, body) => `${block("try", body)} ${block("catch (error)", "log(error);")}`,
  ),
  "try finally": around((_, body) => `${block("try", body)} ${block("finally", "log(1);")}`),
  "in finally": around((id, body) => `${block("try", `log(${id});`)} ${block("finally", body)}`),
  "in catch": around((id, body) => `${block("try", `mayFail(${id});`)} ${block("catch", body)}`),
  switch: around((id, body) =>
    block(
      `switch (planOf(${id}))`,
      `${block(`case "pro":`, `${body}\nbreak;`)}\ndefault:\n  log(1);`,
    ),
  ),
  "switch default": around((id, body) =>
    block(`switch (planOf(${id}))`, `case "free":\n  break;\n${block(`default:`, body)}`),
  ),
  block: around((_, body) => block("", body).trim()),
  "statements around": around((id, body) => `log(${id});\n${body}\nlog("done");`),
  await: (scope, inner) => (scope.canAwait ? `await sleep(1);\n${inner(scope)}` : undefined),
  "a loop beside it": around((id, body) => `for (const plan of plans) log(${id}, plan);\n${body}`),
  "an inner jump": around(
    (_, body) => `for (const plan of plans) {\n  if (plan) continue;\n  break;\n}\n${body}`,
  ),
} satisfies Record<string, Construct>;
