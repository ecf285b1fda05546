import { createHmac } from "node:crypto";
import { createContext, runInContext } from "node:vm";
import ts from "typescript";
import type { Data } from "../../find/random-programs/scope.js";
import { type Circumstances, worldWith } from "./world.js";

/** What a run of a program came to. */
export interface Outcome {
  /** How the program ended: its error, if it had one. */
  ending: string;
  /** What it did besides talking to Halo, in order. */
  effects: string[];
  /** Whom it identified, in order. */
  identified: string[];
  /** The traits of everybody afterwards. */
  traits: Record<string, unknown>;
  updates: { users: string[]; authorization: string; fault?: number | string }[];
  /** What a Halo would have refused. */
  mistakes: string[];
}

/** Milliseconds that one step of a program may take; none should come near, on however busy a machine. */
const timeout = 30_000;

const secret = "ha_secret_random";

/** Runs a program, before or after its rewrite. */
export function runProgram(
  { text, typescript }: { text: string; typescript: boolean },
  data: readonly Data[],
  circumstances: Circumstances,
): Outcome {
  const script = asScript(typescript ? compiled(text) : text);
  const env = { HALO_IDENTITY_SECRET: secret, HALO_API_KEY: "ab_live_env" };
  const context = createContext(
    { nodeCrypto: { createHmac }, Buffer, process: { env }, problemOfToken },
    // Promises settle within each step, and so count towards its timeout.
    { microtaskMode: "afterEvaluate" },
  );
  const step = (code: string): unknown => runInContext(code, context, { timeout });
  step(worldWith(circumstances, data));
  step(`
let ending = "never";
const require = () => nodeCrypto;
(async () => {
${script}
})().then(() => { ending = "done"; }, (reason) => { ending = String(reason); });`);
  // What nobody catches ends a timer, and so that of a listener; a process would end with it.
  const tick = `try { tick(); } catch (error) { effect("uncaught", error); true; }`;
  for (let ticks = 0; step(tick) === true && ticks < 10_000; ticks++);
  const outcome = step(
    "JSON.stringify({ ending, effects, identified, traits: Object.fromEntries(stored), updates, mistakes })",
  );
  return JSON.parse(String(outcome)) as Outcome;
}

/** A module as the body of an async function: what it imports from elsewhere is there already. */
function asScript(text: string): string {
  const imported: string[] = [];
  const rest = text.replaceAll(
    /^import \{ (.*) \} from ["'](.*)["'];?\r?$/gm,
    (_, names: string, from: string) => {
      if (from === "node:crypto")
        imported.push(`const { ${names.replaceAll(" as ", ": ")} } = nodeCrypto;`);
      return "";
    },
  );
  return [...imported, rest].join("\n");
}

function compiled(text: string): string {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 };
  const { outputText } = ts.transpileModule(text, { compilerOptions });
  return outputText.replace(/^export \{\};$/m, "");
}

/** What is wrong with the token of an update call. */
function problemOfToken(token: unknown): string | undefined {
  if (typeof token !== "string") return "no token";
  const [header = "", claims = "", signature] = token.split(".");
  const expected = createHmac("sha256", secret).update(`${header}.${claims}`).digest("base64url");
  if (signature !== expected) return "the token's signature";
  const read = JSON.parse(Buffer.from(claims, "base64url").toString()) as Record<string, unknown>;
  const left = Number(read["exp"]) - Date.now() / 1000;
  const isGood =
    read["scope"] === "users.update" && left > 0 && left <= 3600 && !("user_id" in read);
  return isGood ? undefined : `the token's claims ${JSON.stringify(read)}`;
}
