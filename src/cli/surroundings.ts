import type { ReadStream, WriteStream } from "node:tty";
import type { EngineAccess, EngineChoices } from "./engine-access.js";

/** The world around the process. */
export interface Surroundings {
  cwd: string;
  env: NodeJS.ProcessEnv;
  stdin: ReadStream;
  stdout: WriteStream;
  stderr: WriteStream;
  engineAccess: (choices: EngineChoices) => EngineAccess;
}
