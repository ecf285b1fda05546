import { dirname } from "node:path";
import { type Finding, find, siteOf } from "./find/find.js";
import { evidenceOf, findingRules, messageOf } from "./find/messages.js";
import type { Settings } from "./find/settings.js";
import { evidenceRoot } from "./project/evidence-root.js";
import { projectModules } from "./project/project-modules.js";
import { launchersOf } from "./project/launchers.js";
import type { ProjectTypes } from "./project/project-types.js";
import { projectFacts } from "./project/project-facts.js";
import {
  editsWithInlining,
  type InlinedFindings,
  planWithInlining,
} from "./rewrite/inlined-plans.js";
import { type PlannedFindings, updatesOf } from "./rewrite/plan.js";
import { join } from "node:path";
import { serverProgram } from "./rewrite/server-program.js";
import { type RefusalReason, refusals } from "./rewrite/refusals.js";
import type { RewriteTarget } from "./rewrite/rewrite-target.js";
import { editsAround } from "./rewrite/callers/async-around.js";
import { fitsModule, type ModuleForm, moduleForm } from "./rewrite/update-module.js";
export { type ModuleForm, updateModuleText } from "./rewrite/update-module.js";
import { fileStyle } from "./rewrite/style.js";
import type { SyntaxProblem } from "./source/parse.js";
export type { SyntaxProblem } from "./source/parse.js";
import { positionAt } from "./source/position.js";
import { parsePrograms } from "./source/programs.js";
import type { References } from "./source/references.js";
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

/** What `migrateFile` says of a call site, whatever became of it. */
interface SiteDescription {
  /** In the original text. */
  line: number;
  column: number;
  /** Why the call counts as once per user, or as a batch. */
  evidence: string;
  /** Sites of a file that share this number are rewritten together or not at all. */
  change: number;
}

/** One call site that `migrateFile` rewrote or refused. */
export type MigratedSite = SiteDescription &
  (
    | {
        status: "rewritten";
        strategy: "batch" | "collect";
        /** What a person should know of how the update differs from the call. */
        notes: readonly string[];
      }
    | {
        status: "refused";
        reason: RefusalReason;
        advice: string;
        /** Where the code reaches a browser: a program for a server that does the same. */
        script?: string | undefined;
      }
  );

/** What `migrateFile` did. */
export type MigrateResult = Migration | Unparsable;

/** What a rewrite makes of one file, and what goes with it. */
export interface Migration {
  kind: "migrated";
  parsed: boolean;
  /** The file afterwards; equal to the input where nothing was rewritten. */
  output: string;
  /** What leads from the input to `output`. */
  edits: readonly TextEdit[];
  /** The edits of other files without which this one must not change, by absolute path: they await its functions. */
  others: ReadonlyMap<string, readonly TextEdit[]>;
  sites: MigratedSite[];
  /** How the file is a module, where a function that it shares with others could send its users. */
  form?: ModuleForm | undefined;
}

/** What the engine is told besides the file. */
export interface EngineOptions {
  settings: Settings;
  /** The folder that the host works in; the process's own where it is not given. */
  workingDirectory?: string;
  /** The TypeScript project that files may belong to. */
  project?: ProjectTypes | undefined;
  /** What rewritten code does with its users; `update` where it is not given. */
  target?: RewriteTarget | undefined;
  /** The absolute path of a module to import the sending function from; else it is written into the file. */
  module?: string | undefined;
  /** Where functions are called, for a host that changes those files too. */
  references?: References | undefined;
}

/** What was found in one program. */
interface Analysis {
  source: SourceFile;
  planned: readonly InlinedFindings[];
  editsOf: (planned: readonly InlinedFindings[]) => TextEdit[];
  form: ModuleForm | undefined;
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
 * @param isWanted - says of each change whether to make it; the sites are the same either way
 */
export function migrateFile(
  path: string,
  text: string,
  options: EngineOptions,
  isWanted: (change: number) => boolean = () => true,
): MigrateResult {
  const analyses = analyse(path, text, options);
  const others = new Map<string, readonly TextEdit[]>();
  if (!analyses)
    return { kind: "migrated", parsed: false, output: text, edits: [], others, sites: [] };
  if (!Array.isArray(analyses)) return { kind: "unparsable", ...analyses };
  const sites: MigratedSite[] = [];
  const edits: TextEdit[] = [];
  let change = 0;
  for (const { source, planned, editsOf } of analyses) {
    const wanted: InlinedFindings[] = [];
    for (const group of planned) {
      if (isWanted(change)) wanted.push(group);
      for (const [index, finding] of group.findings.entries()) {
        const at = positionAt(text, siteOf(finding).range[0]);
        const described = { ...at, evidence: evidenceOf(source, finding), change };
        const site = migrated(described, group, index);
        sites.push(
          site.status === "refused" && site.reason === "runs-in-browser"
            ? { ...site, script: serverScript(source, finding, options) }
            : site,
        );
      }
      change++;
    }
    edits.push(...editsOf(wanted));
    for (const [other, around] of editsAround(wanted))
      if (other !== path) others.set(other, around);
  }
  return {
    ...{ kind: "migrated", parsed: true, output: applyEdits(text, edits), edits, others },
    sites: sites.toSorted(byPosition),
    form: analyses.length === 1 ? analyses[0]?.form : undefined,
  };
}

/** Where a text is no program. */
export function syntaxProblemIn(path: string, text: string): SyntaxProblem | undefined {
  const programs = parsePrograms(path, text, dirname(path));
  return Array.isArray(programs) ? undefined : programs;
}

function analyse(
  path: string,
  text: string,
  {
    settings,
    workingDirectory = process.cwd(),
    project,
    references,
    module,
    target = "update",
  }: EngineOptions,
): Analysis[] | SyntaxProblem | undefined {
  const modules = projectModules(path, workingDirectory, settings);
  if (!mayContainFinding(text, settings, modules)) return undefined;
  const programs = parsePrograms(path, text, evidenceRoot(path, workingDirectory));
  if (!Array.isArray(programs)) return programs;
  const facts = projectFacts(path);
  const launchers = launchersOf(path);
  return programs.map((program) => {
    const source = { ...program, types: project?.typesOf(path), modules, launchers };
    const style = fileStyle(source);
    const context = { settings, project: facts, style, references, module, target };
    const planned = planWithInlining(source, find(source, settings), context);
    const fits = planned.some(
      ({ plan }) => plan.strategy !== "refuse" && fitsModule(plan.connection),
    );
    return {
      source,
      planned,
      editsOf: (wanted) => editsWithInlining(source, wanted, context),
      form: fits && target !== "csv" ? moduleForm(source, facts, style) : undefined,
    };
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

function migrated(site: SiteDescription, { plan }: PlannedFindings, index: number): MigratedSite {
  if (plan.strategy === "refuse") {
    const { reason } = plan;
    return { ...site, status: "refused", reason, advice: refusals[reason].advice };
  }
  const notes = updatesOf(plan)[index]?.notes ?? [];
  return { ...site, status: "rewritten", strategy: plan.strategy, notes };
}

/** A script for a server that sends what a loop in a browser's code sends. */
function serverScript(
  source: SourceFile,
  finding: Finding,
  options: EngineOptions,
): string | undefined {
  const style = fileStyle(source);
  const program = serverProgram(source, finding, style);
  if (program === undefined) return undefined;
  const path = join(source.root, `halo-backfill.${style.typescript ? "mts" : "mjs"}`);
  const analyses = analyse(path, program, { ...options, target: "update", module: undefined });
  if (!Array.isArray(analyses)) return undefined;
  const edits = analyses.flatMap(({ planned, editsOf }) => editsOf(planned));
  return edits.length > 0 ? applyEdits(program, edits) : undefined;
}

function byPosition(
  a: { line: number; column: number },
  b: { line: number; column: number },
): number {
  return a.line - b.line || a.column - b.column;
}
