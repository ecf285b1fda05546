import { PassThrough, Writable } from "node:stream";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReadStream, WriteStream } from "node:tty";
import type { EngineAccess } from "../../src/cli/engine-access.js";
import { run } from "../../src/cli/run.js";
import { fakeEngine } from "./fake-engine.js";

/** What one run of the command line left behind. */
export interface CliResult {
  stdout: string;
  stderr: string;
  exitCode: number;
}

interface CliOptions {
  engine?: EngineAccess;
  env?: NodeJS.ProcessEnv;
  /** What a person types; with it, input and error stream are a terminal. */
  keys?: string;
}

/** Runs the command line in this process, with pipes for streams and the fake engine unless another is given. */
export async function runCli(
  cwd: string,
  argv: readonly string[],
  { engine = fakeEngine(), env = {}, keys }: CliOptions = {},
): Promise<CliResult> {
  const stdout = new Capture();
  const stderr = new Capture(keys !== undefined);
  const exitCode = await run(argv, {
    cwd,
    env: { XDG_STATE_HOME: join(tmpdir(), `halo-backfill-state-${process.pid}`), ...env },
    stdin: new Keyboard(keys) as unknown as ReadStream,
    stdout: stdout as unknown as WriteStream,
    stderr: stderr as unknown as WriteStream,
    engineAccess: () => engine,
  });
  return { stdout: stdout.text, stderr: stderr.text, exitCode };
}

/** A terminal's input on which everything is typed ahead. */
class Keyboard extends PassThrough {
  readonly isTTY: boolean;

  constructor(keys: string | undefined) {
    super();
    this.isTTY = keys !== undefined;
    this.end(keys);
  }

  setRawMode(): this {
    return this;
  }
}

class Capture extends Writable {
  text = "";

  constructor(readonly isTTY = false) {
    super();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
