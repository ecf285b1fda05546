import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What a file cannot tell of its project, read off the `package.json` files above it. */
export interface ProjectFacts {
  /** How Node reads the project's `.js` and `.ts` files; `unset` where the nearest manifest does not say. */
  moduleType: "commonjs" | "module" | "unset";
  /** Names of the packages that the project depends on, those of the workspace's root included. */
  packages: ReadonlySet<string>;
}

/** The facts of a file that belongs to no project. */
export const noProject: ProjectFacts = { moduleType: "unset", packages: new Set() };

/** Reads the manifests from a file's folder upwards; one that cannot be read or parsed counts as absent. */
export function projectFacts(path: string): ProjectFacts {
  const manifests = manifestsAbove(path);
  const type = manifests[0]?.["type"];
  const dependencies = manifests.flatMap((manifest) =>
    ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"].flatMap((key) =>
      Object.keys((manifest[key] as object | null | undefined) ?? {}),
    ),
  );
  return {
    moduleType: type === "module" ? "module" : manifests.length > 0 ? "commonjs" : "unset",
    packages: new Set(dependencies),
  };
}

function manifestsAbove(path: string): Record<string, unknown>[] {
  const manifests: Record<string, unknown>[] = [];
  for (
    let folder = dirname(path), below = "";
    folder !== below;
    below = folder, folder = dirname(folder)
  ) {
    const manifest = readManifest(join(folder, "package.json"));
    if (manifest) manifests.push(manifest);
  }
  return manifests;
}

function readManifest(path: string): Record<string, unknown> | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof manifest === "object" && manifest !== null ? { ...manifest } : undefined;
  } catch {
    return undefined;
  }
}
