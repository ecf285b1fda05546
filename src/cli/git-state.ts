import { execFileSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { gitRootOf } from "../project/git-root.js";

/** Set inside git hooks, where they would turn the question to another repository than the one asked about. */
const repositoryVariables: readonly string[] = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"];

/**
 * Says why the given files must not be rewritten, if so: a rewrite is reviewed and undone with git, which works only
 * from a clean state. A work tree counts as dirty when a tracked file anywhere in it has changes (as for other
 * codemods), or when one of the given files is untracked. Other untracked files, and files outside git, stop nothing.
 */
export function uncommittedChanges(paths: readonly string[]): string | undefined {
  for (const [root, files] of byGitRoot(paths)) {
    const status = statusOf(root);
    if (!status.ok)
      return `git cannot tell whether ${root} is clean (${status.message}); ${remedy}`;
    const changed = status.entries.filter(
      (entry) => entry.tracked || files.has(join(root, entry.path)),
    );
    if (changed.length > 0) {
      return `uncommitted changes in ${root} (${sample(changed.map(({ path }) => path))}); ${remedy}`;
    }
  }
  return undefined;
}

const remedy = "commit or stash them first, or pass --force";

function byGitRoot(paths: readonly string[]): Map<string, Set<string>> {
  const roots = new Map<string, Set<string>>();
  for (const path of paths) {
    // A file that has vanished meanwhile is no reason to stop; writing it will fail, and say so.
    if (!existsSync(path)) continue;
    const realPath = realpathSync(path);
    const root = gitRootOf(dirname(realPath));
    if (root === undefined) continue;
    const files = roots.get(root);
    if (files) files.add(realPath);
    else roots.set(root, new Set([realPath]));
  }
  return roots;
}

/** One line of `git status`. */
interface StatusEntry {
  tracked: boolean;
  /** Relative to the root. */
  path: string;
}

type Status = { ok: true; entries: StatusEntry[] } | { ok: false; message: string };

function statusOf(root: string): Status {
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: "0" };
  for (const variable of repositoryVariables) Reflect.deleteProperty(env, variable);
  const options = ["--porcelain", "-z", "--untracked-files=all", "--ignore-submodules=untracked"];
  try {
    const output = execFileSync("git", ["status", ...options], {
      cwd: root,
      env,
      encoding: "utf8",
      maxBuffer: Number.MAX_SAFE_INTEGER,
      stdio: ["ignore", "pipe", "pipe"],
    });
    return { ok: true, entries: parseStatus(output) };
  } catch (error) {
    return { ok: false, message: gitMessage(error) };
  }
}

/** Reads `XY path`, NUL-separated; a rename is followed by a part of its own, the old path. */
function parseStatus(output: string): StatusEntry[] {
  const parts = output.split("\0").filter((part) => part !== "");
  const entries: StatusEntry[] = [];
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] ?? "";
    entries.push({ tracked: !part.startsWith("??"), path: part.slice(3) });
    if (/^[RC]|^.[RC]/u.test(part)) index++;
  }
  return entries;
}

function gitMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "ENOENT") return "git is not installed";
  const stderr = "stderr" in error && typeof error.stderr === "string" ? error.stderr.trim() : "";
  return (stderr || error.message).split("\n", 1)[0] ?? "";
}

function sample(paths: readonly string[]): string {
  const more = paths.length - 1;
  return more > 0 ? `${paths[0]} and ${more} more` : `${paths[0]}`;
}
