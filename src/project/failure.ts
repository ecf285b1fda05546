/** A place in a file, 1-based. */
export interface Position {
  line: number;
  column: number;
}

/** Something that kept one file, folder or argument from being processed. Everything else goes on. */
export interface Failure {
  /** As in the reports: relative to the working directory, with `/`. */
  file: string;
  /** Where in the file, when that is known. */
  at?: Position;
  message: string;
}

/** One line for a terminal: `src/sync.ts:3:7: does not parse: …`. */
export function failureLine({ file, at, message }: Failure): string {
  return at ? `${file}:${at.line}:${at.column}: ${message}` : `${file}: ${message}`;
}

/** The message for formats whose errors hold no position of their own: `does not parse: … (3:7)`. */
export function positionedMessage({ at, message }: Failure): string {
  return at ? `${message} (${at.line}:${at.column})` : message;
}
