import picocolors from "picocolors";

/** What a reporter wants printed. */
export interface Printed {
  stdout: string;
  stderr: string;
}

/** The colours of the two streams; functions that do nothing where colours do not belong. */
export interface Styles {
  out: Colors;
  err: Colors;
}

/** Colour functions as picocolors makes them. */
export type Colors = ReturnType<typeof picocolors.createColors>;

interface Streams {
  env: NodeJS.ProcessEnv;
  stdout: { isTTY?: boolean };
  stderr: { isTTY?: boolean };
}

/** Colours on a terminal, unless NO_COLOR is set, and everywhere under FORCE_COLOR. */
export function stylesFor({ env, stdout, stderr }: Streams): Styles {
  // picocolors' own test colours pipes too when CI is set.
  const forced = Boolean(env["FORCE_COLOR"]) && env["FORCE_COLOR"] !== "0";
  const allowed = !env["NO_COLOR"] && env["TERM"] !== "dumb";
  const colorsOf = (stream: { isTTY?: boolean }) =>
    picocolors.createColors(allowed && (forced || stream.isTTY === true));
  return { out: colorsOf(stdout), err: colorsOf(stderr) };
}

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
