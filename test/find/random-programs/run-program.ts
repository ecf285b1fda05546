import { createContext, runInContext } from "node:vm";
import type { PrintedProgram } from "./program.js";
import { world, worldOf } from "./world.js";

/** Milliseconds that one step of a program may take; none should come near, on however busy a machine. */
const timeout = 30_000;

/** Runs a program, and says for each of its parts whom it identified. */
export function identifiedBy({ text, parts }: PrintedProgram): Set<string>[] {
  // Promises settle within each step, and so count towards its timeout.
  const context = createContext({}, { microtaskMode: "afterEvaluate" });
  const step = (code: string): unknown => runInContext(code, context, { timeout });
  step([world, ...parts.map(({ data }) => worldOf(data))].join("\n"));
  step(`let error; (async () => {\n${text}\n})().catch((reason) => { error = reason; });`);
  while (step("tick()") === true);
  const error = step("error && String(error.stack)");
  if (typeof error === "string") throw new Error(`${error}\n\n${text}`);
  const ids = JSON.parse(String(step("JSON.stringify(identified)"))) as string[];
  return parts.map(
    ({ data }) => new Set(ids.filter((id) => id.startsWith(data.list) || id === data.one)),
  );
}
