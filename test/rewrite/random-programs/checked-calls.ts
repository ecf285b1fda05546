import type { CallStatement } from "../../find/random-programs/calls.js";

function awaited(print: (call: string, name: string) => string): CallStatement {
  return ({ call }, subject, { canAwait, fresh }) =>
    canAwait ? print(call(subject), fresh("response")) : undefined;
}

/** What the statement of a request does with its response. */
export const checkedCalls = {
  checked: awaited(
    (call, name) =>
      `const ${name} = await ${call};\nif (!${name}.ok) throw new Error(\`Halo answered \${${name}.status}\`);`,
  ),
  "checked in a block": awaited(
    (call, name) =>
      `const ${name} = await ${call};\nif (!${name}.ok) {\n  throw new Error("Halo failed");\n}`,
  ),
  "checked and logged": awaited(
    (call, name) =>
      `const ${name} = await ${call};\nif (!${name}.ok) console.error(${name}.status);`,
  ),
  "its status logged": awaited(
    (call, name) => `const ${name} = await ${call};\nlog(${name}.status);`,
  ),
  "kept unread": awaited((call, name) => `const ${name} = await ${call};`),
  "in a try": awaited(
    (call) => `try {\n  await ${call};\n} catch (error) {\n  console.error(error);\n}`,
  ),
} satisfies Record<string, CallStatement>;
