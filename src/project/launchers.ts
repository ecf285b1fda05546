import type { Launcher } from "../source/source-file.js";
import { type Manifest, nearestManifest, workspaceManifest } from "./manifests.js";
import { runsFileOnce, startsFile } from "./shell-command.js";
import { vercelCron } from "./vercel-crons.js";

/**
 * What starts a file, as the manifests above it and `vercel.json` say.
 *
 * @returns a function that looks when it is called first: most files need not be asked about
 */
export function launchersOf(path: string): () => readonly Launcher[] {
  let known: readonly Launcher[] | undefined;
  return () => (known ??= look(path));
}

function look(path: string): Launcher[] {
  const own = nearestManifest(path);
  const workspace = own && workspaceManifest(own);
  return [own, workspace]
    .flatMap((manifest) =>
      manifest
        ? [...npmScripts(manifest, path), ...seeds(manifest, path), ...bins(manifest, path)]
        : [],
    )
    .concat(vercelCron(path) ?? []);
}

// Scripts of these names start what goes on running, or work on the project itself.
const otherScripts =
  /(^|[:._-])(start|dev|develop|serve|server|watch|preview|tests?|e2e|bench|build|lint|format|check|types?|typecheck|workers?|web|api|consumers?|prepare|debug)([:._-]|$)/;

function npmScripts({ folder, content }: Manifest, path: string): Launcher[] {
  return Object.entries(textsIn(content["scripts"]))
    .filter(([name, command]) => !otherScripts.test(name) && runsFileOnce(command, folder, path))
    .map(([name]) => ({ by: "npm-script", says: `the npm script "${name}" runs the file` }));
}

/** Prisma's `"prisma": { "seed": "tsx prisma/fill.ts" }`. */
function seeds({ folder, content }: Manifest, path: string): Launcher[] {
  const { seed } = textsIn(content["prisma"]);
  return seed !== undefined && runsFileOnce(seed, folder, path)
    ? [{ by: "npm-script", says: "the seed command of package.json runs the file" }]
    : [];
}

function bins({ folder, content }: Manifest, path: string): Launcher[] {
  const { bin, name } = content;
  const commands = typeof bin === "string" ? { [String(name)]: bin } : textsIn(bin);
  return Object.entries(commands)
    .filter(([, file]) => startsFile(file, folder, path))
    .map(([command]) => ({ by: "bin", says: `the bin "${command}" is the file` }));
}

function textsIn(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}
