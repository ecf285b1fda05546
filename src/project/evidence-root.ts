import { dirname, relative } from "node:path";
import { nearestManifest } from "./manifests.js";

/**
 * The folder that evidence drawn from a file's path is relative to, so that a checkout under `/home/me/tests/` is no
 * folder of tests: the working directory, or the package inside it that the file belongs to; for a file outside of
 * both, its own folder.
 */
export function evidenceRoot(path: string, workingDirectory: string): string {
  const own = nearestManifest(path)?.folder;
  const isOutside = relative(workingDirectory, path).startsWith("..");
  if (own === undefined) return isOutside ? dirname(path) : workingDirectory;
  const isDeeper = !relative(workingDirectory, own).startsWith("..");
  return isDeeper || isOutside ? own : workingDirectory;
}
