import { relative, sep } from "node:path";

/** A path as reports show it: relative to the working directory, with `/` on every system. */
export function displayPath(path: string, cwd: string): string {
  const shown = relative(cwd, path);
  if (shown === "") return ".";
  return sep === "/" ? shown : shown.split(sep).join("/");
}
