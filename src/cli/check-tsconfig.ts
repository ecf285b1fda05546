import { accessSync, constants } from "node:fs";
import { resolve } from "node:path";
import { displayPath } from "../project/display-path.js";
import type { Failure } from "../project/failure.js";
import type { SourceFile } from "../project/list-sources.js";
import { fileSystemMessage } from "../project/file-system-message.js";

/** Whether the file that `--tsconfig` names can be read. */
export function checkTsconfig(
  tsconfig: string,
  cwd: string,
): { ok: true; source: SourceFile } | { ok: false; failure: Failure } {
  const path = resolve(cwd, tsconfig);
  try {
    accessSync(path, constants.R_OK);
    return { ok: true, source: { path, file: displayPath(path, cwd) } };
  } catch (error) {
    const message = `tsconfig cannot be read: ${fileSystemMessage(error)}`;
    return { ok: false, failure: { file: displayPath(path, cwd), message } };
  }
}
