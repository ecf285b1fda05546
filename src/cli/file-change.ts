/** One file that a run changes. */
export interface FileChange {
  /** Absolute. */
  path: string;
  /** As reports show it. */
  file: string;
  /** The whole file, byte order mark included; `undefined` where the run adds the file. */
  before: string | undefined;
  after: string;
}
