import { createHash } from "node:crypto";
import { lstatSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { gitRootOf } from "../../project/git-root.js";

/** Where the record of the last run may be kept. */
export interface JournalPlaces {
  /** The folder that the record's paths are relative to. */
  root: string;
  /** Files, the best first. */
  files: string[];
}

const cacheFolder = "node_modules/.cache/eslint-plugin-halo-backfill";

/**
 * The record belongs to the work tree (outside git: to the working directory), so that a run in one folder of it can be
 * undone from another. It is kept where tools keep their caches, which git, linters and packers leave out already. Where
 * there is no such folder, the user's folder for the state of programs is taken: a folder of our own in the project
 * would have to be ignored by each of those tools first.
 */
export function journalPlaces(cwd: string, env: NodeJS.ProcessEnv): JournalPlaces {
  const root = gitRootOf(cwd) ?? cwd;
  const own = join(root, cacheFolder, "last-migrate.json");
  const name = createHash("sha256").update(root).digest("hex").slice(0, 32);
  const shared = join(stateFolder(env), "eslint-plugin-halo-backfill", `${name}.json`);
  return { root, files: isFolder(join(root, "node_modules")) ? [own, shared] : [shared] };
}

/** Not through a link: work trees that share their packages must not share what they undo. */
function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function stateFolder(env: NodeJS.ProcessEnv): string {
  const named = env["XDG_STATE_HOME"];
  // The specification of these variables says that relative paths in them are to be ignored.
  if (named !== undefined && isAbsolute(named)) return named;
  const local = env["LOCALAPPDATA"];
  return process.platform === "win32" && local ? local : join(homedir(), ".local/state");
}
