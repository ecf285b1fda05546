import type { Colors } from "./printed.js";
import { visible } from "./visible.js";

/** A unified diff of one file for a person; without colours it is left as it is, for `git apply`. */
export function coloredDiff(diff: string, colors: Colors): string {
  if (!colors.isColorSupported) return diff;
  return diff
    .split("\n")
    .map((line, index) => (index < 2 ? colors.bold(line) : coloredLine(visible(line), colors)))
    .join("\n");
}

function coloredLine(line: string, colors: Colors): string {
  if (line.startsWith("@@")) return colors.cyan(line);
  if (line.startsWith("+")) return colors.green(line);
  if (line.startsWith("-")) return colors.red(line);
  return line;
}
