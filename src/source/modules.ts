import type { SourceFile } from "./source-file.js";

/**
 * The other files of a project, for as long as none of them changes: a host that sees a change makes a new one, so
 * that answers may be remembered by it.
 */
export interface Modules {
  /** The file that a specifier leads to; `undefined` for packages, and for what cannot be read or parsed. */
  fileOf: (specifier: string, from: SourceFile) => SourceFile | undefined;
  /** The file at an absolute path, under the same conditions. */
  fileAt: (path: string) => SourceFile | undefined;
  /** Names by which files of the project hand on what leads to identify: a file with one of them may identify. */
  names: readonly string[];
}
