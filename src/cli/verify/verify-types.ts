import { displayPath } from "../../project/display-path.js";
import type { Failure } from "../../project/failure.js";
import type { FileChange } from "../file-change.js";
import type { Progress } from "../progress.js";
import { nearestTsconfig } from "./nearest-tsconfig.js";
import { slashed, tsconfigsFor } from "./tsconfig-of.js";
import { type TypeProblem, TypedProject } from "./typed-project.js";

/** What TypeScript says to changes that are not made yet. */
export interface Verification {
  /** Changed files whose types were compared. */
  checked: number;
  /** Changes after which there is an error that was not there before, by the path of the changed file. */
  rejected: Map<string, Failure>;
  /** Projects that could not be asked. */
  warnings: string[];
}

/** How to verify. */
export interface VerifyOptions {
  cwd: string;
  /** The project of all files, instead of the nearest `tsconfig.json` of each. */
  tsconfig?: string | undefined;
  progress: Progress;
}

/**
 * Compares the errors of types before and after changes, in memory, for the changed files and those that import them.
 * A file that its project's own `tsc` would not check is not checked here either.
 */
export async function verifyTypes(
  groups: readonly (readonly FileChange[])[],
  { cwd, tsconfig, progress }: VerifyOptions,
): Promise<Verification> {
  const verification: Verification = { checked: 0, rejected: new Map(), warnings: [] };
  for (const [config, wanted] of byProject(groups.flat(), tsconfig)) {
    const project = open(config);
    if (!(project instanceof TypedProject)) {
      const file = displayPath(config, cwd);
      verification.warnings.push(`${file}: cannot be used, so types are not checked: ${project}`);
      continue;
    }
    for (const { path, before, after } of wanted)
      if (before === undefined) project.addFile(path, withoutMark(after));
    const checked = wanted.filter(({ path }) => project.checks(path));
    verification.checked += checked.length;
    const rejected = await rejectedIn(project, checked, togetherIn(groups), progress);
    for (const [change, error] of rejected) {
      verification.rejected.set(change.path, failureOf(change, error, cwd));
    }
  }
  for (const group of groups) rejectWhole(group, verification.rejected);
  return verification;
}

/** The changes that go with each. */
function togetherIn(
  groups: readonly (readonly FileChange[])[],
): Map<FileChange, readonly FileChange[]> {
  return new Map(groups.flatMap((group) => group.map((change) => [change, group] as const)));
}

function rejectWhole(group: readonly FileChange[], rejected: Map<string, Failure>): void {
  const first = group.find(({ path }) => rejected.has(path));
  if (!first) return;
  for (const { path, file } of group) {
    const message = `not rewritten, since it changes together with ${first.file}`;
    if (!rejected.has(path)) rejected.set(path, { file, message });
  }
}

function failureOf(change: FileChange, error: TypeProblem, cwd: string): Failure {
  const { path, line, column, message } = error;
  const { file } = change;
  if (path === slashed(change.path)) {
    const text = `not rewritten, its types would be worse: ${message}`;
    return { file, at: { line, column }, message: text };
  }
  const place = `${displayPath(path, cwd)}:${line}:${column}`;
  return { file, message: `not rewritten, the types of ${place} would be worse: ${message}` };
}

function byProject(
  changes: readonly FileChange[],
  tsconfig: string | undefined,
): Map<string, FileChange[]> {
  const projects = new Map<string, FileChange[]>();
  for (const change of changes) {
    const nearest = tsconfig ?? nearestTsconfig(change.path);
    const [config] = nearest === undefined ? [] : tsconfigsFor(change.path, nearest);
    if (config !== undefined) projects.set(config, [...(projects.get(config) ?? []), change]);
  }
  return projects;
}

function open(config: string): TypedProject | string {
  try {
    return new TypedProject(config);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return detail.replaceAll(/\s+/gu, " ");
  }
}

/**
 * Makes all changes, and takes back those that bring new errors, until none is left: what one change breaks may hang on
 * another.
 */
async function rejectedIn(
  project: TypedProject,
  changes: readonly FileChange[],
  together: ReadonlyMap<FileChange, readonly FileChange[]>,
  progress: Progress,
): Promise<Map<FileChange, TypeProblem>> {
  const rejected = new Map<FileChange, TypeProblem>();
  const affected = new Map(changes.map((change) => [change, project.importersOf(change.path)]));
  const files = new Set([...changes.map(({ path }) => path), ...[...affected.values()].flat()]);
  progress.stage("types checked", 2 * files.size);
  const before = await errorsOf(project, files, progress);
  // What the run adds had no errors before it was there.
  for (const change of changes) if (change.before === undefined) before.delete(change.path);
  for (const { path, after } of changes) project.setText(path, withoutMark(after));
  for (let kept = [...changes]; kept.length > 0;) {
    const after = await errorsOf(project, files, progress);
    const worse = (file: string): TypeProblem | undefined =>
      newError(before.get(file) ?? [], after.get(file) ?? []);
    const own = kept.flatMap((change) => blamed(change, worse(change.path)));
    // Only where no change breaks its own file is it known that an importer suffers from one.
    const guilty =
      own.length > 0
        ? own
        : kept.flatMap((change) => blamed(change, firstOf(affected.get(change) ?? [], worse)));
    if (guilty.length === 0) break;
    const undone = new Set<FileChange>();
    for (const [change, error] of guilty) {
      rejected.set(change, error);
      for (const member of together.get(change) ?? [change]) undone.add(member);
    }
    for (const { path } of undone) project.setText(path, undefined);
    kept = kept.filter((change) => !undone.has(change));
  }
  return rejected;
}

async function errorsOf(
  project: TypedProject,
  files: ReadonlySet<string>,
  progress: Progress,
): Promise<Map<string, TypeProblem[]>> {
  const errors = new Map<string, TypeProblem[]>();
  for (const file of files) {
    const pause = progress.advance();
    if (pause) await pause;
    errors.set(file, project.errorsOf(file));
  }
  return errors;
}

function blamed(change: FileChange, error: TypeProblem | undefined): [FileChange, TypeProblem][] {
  return error ? [[change, error]] : [];
}

function firstOf<Item, Result>(
  items: readonly Item[],
  ask: (item: Item) => Result | undefined,
): Result | undefined {
  for (const item of items) {
    const result = ask(item);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** The first error of which there are more now. Lines do not count: a rewrite moves what is below it. */
function newError(
  before: readonly TypeProblem[],
  after: readonly TypeProblem[],
): TypeProblem | undefined {
  const known = before.map(({ message }) => message);
  return after.find(({ message }) => {
    const index = known.indexOf(message);
    if (index >= 0) known.splice(index, 1);
    return index < 0;
  });
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/u, "");
}
