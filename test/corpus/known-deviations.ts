import { readFileSync } from "node:fs";
import * as v from "valibot";
import { labelSchema } from "./corpus-case.js";
import type { Deviation } from "./measure.js";

const schema = v.array(
  v.strictObject({
    case: v.string(),
    kind: v.picklist(["missed", "false alarm"]),
    ...labelSchema.entries,
    /** What the engine cannot do yet. */
    reason: v.pipe(v.string(), v.nonEmpty()),
    /** The demand's words that ask for it. */
    issue: v.pipe(v.string(), v.nonEmpty()),
  }),
);

/** The deviations that are known, each as `Deviation` without its reason. */
export function readKnownDeviations(): Deviation[] {
  const url = new URL("known-deviations.json", import.meta.url);
  return v
    .parse(schema, JSON.parse(readFileSync(url, "utf8")))
    .map(({ reason: _reason, issue: _issue, ...deviation }) => deviation);
}
