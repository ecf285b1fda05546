import { type Finding, find, siteOf } from "./find/find.js";
import { evidenceOf, findingRules, messageOf } from "./find/messages.js";
import type { Settings } from "./find/settings.js";
import { evidenceRoot } from "./project/evidence-root.js";
import { projectModules } from "./project/project-modules.js";
import { launchersOf } from "./project/launchers.js";
import type { ProjectTypes } from "./project/project-types.js";
import { projectFacts } from "./project/project-facts.js";
import { editsWithInlining, planWithInlining } from "./rewrite/inlined-plans.js";
import type { PlannedFindings } from "./rewrite/plan.js";
import { type RefusalReason, refusals } from "./rewrite/refusals.js";
import { fileStyle } from "./rewrite/style.js";
import type { SyntaxProblem } from "./source/parse.js";
import { positionAt } from "./source/position.js";
import { parsePrograms } from "./source/programs.js";
import type { SourceFile } from "./source/source-file.js";
import { applyEdits, type TextEdit } from "./source/text-edit.js";
import { mayContainFinding } from "./find/candidate.js";

/** The names of our lint rules that report a call of identify, as ESLint shows them. */
export type FindingRule = `halo-backfill/${(typeof findingRules)[Finding["kind"]]}`;

/** What the rewrite would do with one call site. */
export type RewriteOutcome =
  { strategy: "batch" | "collect" } | { strategy: "refuse"; reason: RefusalReason; advice: string };

/** A finding as hosts other than ESLint print it. Lines and columns are 1-based, the end is exclusive. */
export interface ReportedFinding {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  rule: FindingRule;
  message: string;
  /** Why the call counts as once per user, or as a batch. */
  evidence: string;
  reach: "sdk" | "rest" | "wrapper";
  rewrite: RewriteOutcome;
}

/** The file is no program: where the parser stopped (1-based), and its words. */
export interface Unparsable extends SyntaxProblem {
  kind: "unparsable";
}

/** What `checkFile` found in one file. `parsed` is false where the text held no candidate, so no parser ran. */
export type CheckResult =
  { kind: "checked"; parsed: boolean; findings: ReportedFinding[] } | Unparsable;

/** One call site that `migrateFile` rewrote or refused, at its line in the original text. */
export type MigratedSite =
  | { line: number; column: number; status: "rewritten"; strategy: "batch" | "collect" }
  | { line: number; column: number; status: "refused"; reason: RefusalReason; advice: string };

/** What `migrateFile` did: `output` equals the input where nothing was rewritten. */
export type MigrateResult =
  { kind: "migrated"; parsed: boolean; output: string; sites: MigratedSite[] } | Unparsable;

/** What the engine is told besides the file. */
export interface EngineOptions {
  settings: Settings;
  /** The folder that the host works in; the process's own where it is not given. */
  workingDirectory?: string;
  /** The TypeScript project that files may belong to. */
  project?: ProjectTypes | undefined;
}

/** What was found in one program. */
interface Analysis {
  source: SourceFile;
  planned: readonly PlannedFindings[];
  edits: () => TextEdit[];
}

/**
 * Finds what is wrong in one file, and says what a rewrite would do about it.
 *
 * @param path - absolute
 * @param text - the file's content without a byte order mark
 */
export function checkFile(path: string, text: string, options: EngineOptions): CheckResult {
  const analyses = analyse(path, text, options);
  if (!analyses) return { kind: "checked", parsed: false, findings: [] };
  if (!Array.isArray(analyses)) return { kind: "unparsable", ...analyses };
  const findings = analyses.flatMap(({ source, planned }) =>
    planned.flatMap((group) =>
      group.findings.map((finding) => reported(source, finding, outcomeOf(group))),
    ),
  );
  return { kind: "checked", parsed: true, findings: findings.toSorted(byPosition) };
}

/**
 * Rewrites what can be rewritten in one file. Nothing is written to disk.
 *
 * @param path - absolute
 * @param text - the file's content without a byte order mark
 */
export function migrateFile(path: string, text: string, options: EngineOptions): MigrateResult {
  const analyses = analyse(path, text, options);
  if (!analyses) return { kind: "migrated", parsed: false, output: text, sites: [] };
  if (!Array.isArray(analyses)) return { kind: "unparsable", ...analyses };
  const sites = analyses
    .flatMap(({ planned }) => planned)
    .flatMap((group) =>
      group.findings.map((finding) =>
        migrated(positionAt(text, siteOf(finding).range[0]), outcomeOf(group)),
      ),
    );
  const output = applyEdits(
    text,
    analyses.flatMap(({ edits }) => edits()),
  );
  return { kind: "migrated", parsed: true, output, sites: sites.toSorted(byPosition) };
}

function analyse(
  path: string,
  text: string,
  { settings, workingDirectory = process.cwd(), project }: EngineOptions,
): Analysis[] | SyntaxProblem | undefined {
  const modules = projectModules(path, workingDirectory, settings);
  if (!mayContainFinding(text, settings, modules)) return undefined;
  const programs = parsePrograms(path, text, evidenceRoot(path, workingDirectory));
  if (!Array.isArray(programs)) return programs;
  const facts = projectFacts(path);
  const launchers = launchersOf(path);
  return programs.map((program) => {
    const source = { ...program, types: project?.typesOf(path), modules, launchers };
    const context = { settings, project: facts, style: fileStyle(source) };
    const planned = planWithInlining(source, find(source, settings), context);
    return { source, planned, edits: () => editsWithInlining(source, planned, context) };
  });
}

function outcomeOf({ plan }: PlannedFindings): RewriteOutcome {
  if (plan.strategy !== "refuse") return { strategy: plan.strategy };
  const { reason } = plan;
  return { strategy: "refuse", reason, advice: refusals[reason].advice };
}

function reported(source: SourceFile, finding: Finding, rewrite: RewriteOutcome): ReportedFinding {
  const [start, end] = siteOf(finding).range;
  const from = positionAt(source.text, start);
  const to = positionAt(source.text, end);
  return {
    ...from,
    endLine: to.line,
    endColumn: to.column,
    rule: `halo-backfill/${findingRules[finding.kind]}`,
    message: messageOf(finding),
    evidence: evidenceOf(source, finding),
    reach:
      finding.kind === "loop" && finding.repetition.throughFunction
        ? "wrapper"
        : finding.identify.reach,
    rewrite,
  };
}

function migrated(at: { line: number; column: number }, outcome: RewriteOutcome): MigratedSite {
  return outcome.strategy === "refuse"
    ? { ...at, status: "refused", reason: outcome.reason, advice: outcome.advice }
    : { ...at, status: "rewritten", strategy: outcome.strategy };
}

function byPosition(
  a: { line: number; column: number },
  b: { line: number; column: number },
): number {
  return a.line - b.line || a.column - b.column;
}
