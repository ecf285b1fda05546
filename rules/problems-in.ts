import type { ParserServices, TSESLint, TSESTree } from "@typescript-eslint/utils";
import { type Finding, find } from "../src/find/find.js";
import { mayContainFinding } from "../src/find/candidate.js";
import { defaultSettings, parseSettings, type Settings } from "../src/find/settings.js";
import { checkedTypes } from "../src/project/checked-types.js";
import { evidenceRoot } from "../src/project/evidence-root.js";
import { projectModules } from "../src/project/project-modules.js";
import { launchersOf } from "../src/project/launchers.js";
import { projectFacts } from "../src/project/project-facts.js";
import {
  editsWithInlining,
  type InlinedFindings,
  planWithInlining,
} from "../src/rewrite/inlined-plans.js";
import type { PlanContext } from "../src/rewrite/plan.js";
import { fileStyle } from "../src/rewrite/style.js";
import type { SourceFile } from "../src/source/source-file.js";
import type { TypeInformation } from "../src/source/type-information.js";
import { mergeEdits, type TextEdit } from "../src/source/text-edit.js";

/** A finding, and the rewrite that a suggestion offers for it. */
export interface Problem {
  finding: Finding;
  /** `undefined` where the rewrite is refused. */
  strategy: "batch" | "collect" | undefined;
  /** One edit for the whole rewrite; made when a suggestion asks for it. */
  edit: () => TextEdit | undefined;
}

type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

const problems = new WeakMap<TSESTree.Program, readonly Problem[]>();

/**
 * What the engine finds of one kind in the file that is linted; it is asked once per file for all rules.
 *
 * @throws Error when `settings["halo-backfill"]` is not what it should be
 */
export function problemsIn(context: Context, kind: Finding["kind"]): readonly Problem[] {
  const { ast } = context.sourceCode;
  let known = problems.get(ast);
  if (!known) problems.set(ast, (known = look(context)));
  return known.filter(({ finding }) => finding.kind === kind);
}

function look({ sourceCode, settings, filename, cwd }: Context): Problem[] {
  const { ast, scopeManager, text } = sourceCode;
  const ours = settingsFrom(settings);
  if (!scopeManager) return [];
  const modules = projectModules(filename, cwd, ours);
  if (!mayContainFinding(text, ours, modules)) return [];
  const comments = sourceCode.getAllComments();
  const root = evidenceRoot(filename, cwd);
  const types = typesFrom(sourceCode.parserServices);
  const launchers = launchersOf(filename);
  const source = {
    ...{ path: filename, root, text, ast, scopes: scopeManager, comments },
    ...{ types, modules, launchers },
  };
  const findings = find(source, ours);
  if (findings.length === 0) return [];
  const context = {
    settings: ours,
    project: projectFacts(filename),
    style: fileStyle(source),
    target: "update",
  } as const;
  return planWithInlining(source, findings, context).flatMap((group) =>
    group.findings.map((finding) => problemOf(source, finding, group, context)),
  );
}

/** The types that a parser with type information has; oxlint has no parser services at all. */
function typesFrom(services: Partial<ParserServices> | undefined): TypeInformation | undefined {
  const nodes = services?.esTreeNodeToTSNodeMap;
  const checker = services?.program?.getTypeChecker();
  return nodes && checker && checkedTypes(checker, (node) => nodes.get(node));
}

function settingsFrom(settings: Context["settings"]): Settings {
  const given = settings["halo-backfill"];
  // Every file that is linted comes by here; most projects say nothing.
  if (given === undefined) return defaultSettings;
  const parsed = parseSettings(given);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.settings;
}

function problemOf(
  source: SourceFile,
  finding: Finding,
  group: InlinedFindings,
  context: PlanContext,
): Problem {
  const { strategy } = group.plan;
  return {
    finding,
    strategy: strategy === "refuse" ? undefined : strategy,
    edit: () => mergeEdits(source.text, editsWithInlining(source, [group], context)),
  };
}
