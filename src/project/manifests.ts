import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A `package.json` and where it stands. */
export interface Manifest {
  folder: string;
  content: Record<string, unknown>;
}

/** The manifest of the package that a file belongs to; one that cannot be read or parsed counts as absent. */
export function nearestManifest(path: string): Manifest | undefined {
  return manifestsAbove(path).next().value;
}

/** The manifest of the workspace that a package is a member of, as npm, yarn, bun and pnpm mark it. */
export function workspaceManifest({ folder }: Manifest): Manifest | undefined {
  for (const manifest of manifestsAbove(folder)) if (isWorkspace(manifest)) return manifest;
  return undefined;
}

/** Whether a manifest is that of a workspace. */
export function isWorkspace({ folder, content }: Manifest): boolean {
  return "workspaces" in content || existsSync(join(folder, "pnpm-workspace.yaml"));
}

/** Whether a package is one that others may install and import from. */
export function isPublished({ content }: Manifest): boolean {
  const entries = ["exports", "main", "module"];
  return content["private"] !== true && entries.some((entry) => entry in content);
}

/** Yields the manifests in the folders above a path, the innermost first. */
function* manifestsAbove(path: string): Generator<Manifest, undefined> {
  for (let below = path, folder = dirname(path); folder !== below;) {
    const content = readManifest(join(folder, "package.json"));
    if (content) yield { folder, content };
    below = folder;
    folder = dirname(folder);
  }
  return undefined;
}

function readManifest(path: string): Record<string, unknown> | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof content === "object" && content !== null ? { ...content } : undefined;
  } catch {
    return undefined;
  }
}
