import { dirname, relative } from "node:path";
import { isWorkspace, nearestManifest, workspaceManifest } from "./manifests.js";

/**
 * The folder whose files may import each other: the workspace of the package that a file belongs to, else the working
 * directory where the file is in it, else the package. `undefined` where that would be a whole disk.
 */
export function projectRoot(path: string, workingDirectory: string): string | undefined {
  const own = nearestManifest(path);
  const workspace = own && (isWorkspace(own) ? own : workspaceManifest(own));
  if (workspace) return workspace.folder;
  const isInside = !relative(workingDirectory, path).startsWith("..");
  const isDisk = dirname(workingDirectory) === workingDirectory;
  return isInside && !isDisk ? workingDirectory : own?.folder;
}
