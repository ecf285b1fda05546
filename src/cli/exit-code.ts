/** What the process tells its caller; the README and `--help` document the same three. */
export const exitCode = {
  /** Nothing was found, or everything found was rewritten. */
  done: 0,
  /** There are findings, or call sites that a person must look at. */
  attention: 1,
  /** The work could not be done, or not in full: bad arguments, or a file that could not be read, parsed or written. */
  failed: 2,
} as const;

/** One of {@link exitCode}. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
