import { Writable } from "node:stream";
import type { WriteStream } from "node:tty";
import type { EngineAccess } from "../../src/cli/engine-access.js";
import { run } from "../../src/cli/run.js";
import { fakeEngine } from "./fake-engine.js";

/** What one run of the command line left behind. */
export interface CliResult {
  stdout: string;
  stderr: string;
  exitCode: number;
}

/** Runs the command line in this process, with pipes for streams and the fake engine unless another is given. */
export async function runCli(
  cwd: string,
  argv: readonly string[],
  { engine = fakeEngine(), env = {} }: { engine?: EngineAccess; env?: NodeJS.ProcessEnv } = {},
): Promise<CliResult> {
  const stdout = new Capture();
  const stderr = new Capture();
  const exitCode = await run(argv, {
    cwd,
    env,
    stdout: stdout as unknown as WriteStream,
    stderr: stderr as unknown as WriteStream,
    engineAccess: () => engine,
  });
  return { stdout: stdout.text, stderr: stderr.text, exitCode };
}

class Capture extends Writable {
  text = "";

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
