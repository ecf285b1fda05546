import { relative, sep } from "node:path";
import type { SourceFile } from "../source/source-file.js";
import { positionAt } from "../source/position.js";
import type { Finding } from "./find.js";

/** The rules that report findings, each with the kind of finding that it reports. */
export const findingRules = {
  loop: "no-identify-in-loop",
  batch: "no-identify-in-batch-context",
} as const satisfies Record<Finding["kind"], string>;

/** The pages that explain a rule stand beside the project's source. */
export function docsUrl(rule: string): string {
  return `https://github.com/halo-agents/eslint-plugin-halo-backfill/blob/main/docs/rules/${rule}.md`;
}

/** What each kind of finding says, with ESLint's placeholders. */
export const messages = {
  loop: `{{loop}} calls identify() for one user after another, which marks every one of them active today; send batches to users/update instead. See ${docsUrl(findingRules.loop)}`,
  batch: `identify() in a batch job marks a user active who is not there: {{evidence}}; send the traits to users/update instead. See ${docsUrl(findingRules.batch)}`,
} as const satisfies Record<Finding["kind"], string>;

/** What the placeholders of a finding's message stand for. */
export function messageData(finding: Finding): Record<string, string> {
  return finding.kind === "loop"
    ? { loop: finding.repetition.iterations[0].label }
    : { evidence: finding.evidence.for.join(", ") };
}

/** The message of a finding, for hosts that fill in no placeholders themselves. */
export function messageOf(finding: Finding): string {
  const data = messageData(finding);
  return messages[finding.kind].replace(/\{\{(\w+)\}\}/g, (_all, name: string) => data[name] ?? "");
}

/** Why a finding counts: the loops around the call, or the signs for and against a batch. */
export function evidenceOf(source: SourceFile, finding: Finding): string {
  if (finding.kind === "batch") {
    const { for: signs, against } = finding.evidence;
    const contrary = against.length > 0 ? `; against: ${against.join(", ")}` : "";
    return `for: ${signs.join(", ")}${contrary}${reached(source, finding)}`;
  }
  const lineOf = (offset: number): number => positionAt(source.text, offset).line;
  const loops = finding.repetition.iterations.map(
    ({ label, node }) => `${label} on line ${lineOf(node.range[0])}`,
  );
  return `each turn of ${loops.join(", inside ")} identifies another user${reached(source, finding)}`;
}

/** Where the identify stands that a call leads to through functions, in this file or another. */
function reached(source: SourceFile, finding: Finding): string {
  const { identify } = finding;
  const isThrough = finding.kind === "loop" && finding.repetition.throughFunction;
  const leadsTo = identify.reach === "wrapper" ? identify.leadsTo : undefined;
  if (!leadsTo && !isThrough) return "";
  const { source: file, call } = leadsTo ?? { source, call: identify.call };
  const where = file.path === source.path ? "" : ` of ${shownPath(source, file)}`;
  return `, and the call leads to identify() on line ${positionAt(file.text, call.range[0]).line}${where}`;
}

/** A file of the project as it is seen from the root that another's evidence is relative to. */
function shownPath({ root }: SourceFile, { path }: SourceFile): string {
  return relative(root, path).split(sep).join("/");
}
