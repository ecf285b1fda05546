import { type Failure, failureLine } from "../../project/failure.js";
import type { Colors } from "./printed.js";

/** One line a failure, beginning with the place, so that editors and terminals can jump to it. */
export function failuresText(failures: readonly Failure[], colors: Colors): string {
  return failures.map((failure) => `${colors.red(failureLine(failure))}\n`).join("");
}
