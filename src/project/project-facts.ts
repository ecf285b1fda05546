import { nearestManifest, workspaceManifest } from "./manifests.js";

/** What a file cannot tell of its project, read off the manifests above it. */
export interface ProjectFacts {
  /** How Node reads the project's `.js` and `.ts` files; `unset` where the file belongs to no package. */
  moduleType: "commonjs" | "module" | "unset";
  /** Names of the packages that the project depends on, those of the workspace's root included. */
  packages: ReadonlySet<string>;
}

const dependencyFields = [
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "peerDependencies",
];

/** Reads what the project around a file says of it. */
export function projectFacts(path: string): ProjectFacts {
  const own = nearestManifest(path);
  if (!own) return { moduleType: "unset", packages: new Set() };
  const manifests = [own, workspaceManifest(own)];
  return {
    moduleType: own.content["type"] === "module" ? "module" : "commonjs",
    packages: new Set(
      manifests.flatMap((manifest) => (manifest ? dependenciesOf(manifest.content) : [])),
    ),
  };
}

function dependenciesOf(manifest: Record<string, unknown>): string[] {
  return dependencyFields.flatMap((field) => {
    const dependencies = manifest[field];
    return typeof dependencies === "object" && dependencies !== null
      ? Object.keys(dependencies)
      : [];
  });
}
