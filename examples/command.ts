import { spawn, type SpawnOptions } from "node:child_process";
import { once } from "node:events";

/** A command line, as a person would type it, and what really runs. */
export interface Command {
  /** `undefined` where the command is not shown. */
  shown?: string;
  /** Arguments of Node: a script and what it is given. */
  node: readonly string[];
  cwd: string;
  env?: Record<string, string>;
  /** The exit code that the demo counts on. */
  expected?: number;
}

/** Runs a command whose output the audience sees. */
export async function perform(command: Command): Promise<void> {
  if (command.shown !== undefined) console.log(`$ ${command.shown}`);
  await finish(command, { stdio: "inherit" });
}

/** Runs a command whose output is not shown, unless it fails, and gives what it wrote to standard output. */
export async function prepare(command: Command): Promise<string> {
  return finish(command, { stdio: "pipe" });
}

async function finish(
  { node, cwd, env, expected = 0 }: Command,
  options: SpawnOptions,
): Promise<string> {
  const child = spawn(process.execPath, node, { ...options, cwd, env: { ...process.env, ...env } });
  const written = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (written.stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (written.stderr += text));
  const [code] = (await once(child, "close")) as [number | null];
  if (code === expected) return written.stdout;
  const end = `node ${node.join(" ")} ended with ${code ?? "a signal"}, not ${expected}.`;
  throw new Error(written.stdout + written.stderr + end);
}
