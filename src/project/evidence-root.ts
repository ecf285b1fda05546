import { relative } from "node:path";
import { nearestManifest } from "./manifests.js";

/**
 * The folder that evidence drawn from a file's path is relative to, so that a checkout under `/home/me/tests/` is no
 * folder of tests: the working directory, or the package inside it that the file belongs to.
 */
export function evidenceRoot(path: string, workingDirectory: string): string {
  const own = nearestManifest(path)?.folder;
  if (own === undefined) return workingDirectory;
  const isDeeper = !relative(workingDirectory, own).startsWith("..");
  const isOutside = relative(workingDirectory, path).startsWith("..");
  return isDeeper || isOutside ? own : workingDirectory;
}
