import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepare } from "./command.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const require = createRequire(import.meta.url);

/** Ignored by git, and inside the repository, so that packages are found in the root's `node_modules`. */
const demoFolder = join(root, ".demo");

/** A copy of the sample project. */
export const sampleCopy = join(demoFolder, "backfill");

const installed = join(sampleCopy, "node_modules", "eslint-plugin-halo-backfill");

/** The script of ESLint's command line. */
export const eslintScript = join(
  dirname(require.resolve("eslint/package.json")),
  manifestOf(require.resolve("eslint/package.json")).bin["eslint"] ?? "",
);

/** Copies the sample, and installs this package there as users get it: built, packed and unpacked. */
export async function makeWorkingCopy(): Promise<void> {
  rmSync(sampleCopy, { recursive: true, force: true });
  cpSync(join(root, "examples", "backfill"), sampleCopy, { recursive: true });
  // Two things that take seconds, and do not wait for each other.
  await Promise.all([installPackage(), makeDatabase()]);
}

/** The script of `halo-backfill`, out of the unpacked package. */
export function haloBackfillScript(): string {
  return join(installed, manifestOf(join(installed, "package.json")).bin["halo-backfill"] ?? "");
}

async function installPackage(): Promise<void> {
  await prepare({ node: [npmScript(), "run", "build"], cwd: root });
  mkdirSync(installed, { recursive: true });
  const packing = [npmScript(), "pack", "--silent", "--ignore-scripts"];
  await prepare({ node: [...packing, "--pack-destination", demoFolder], cwd: root });
  const { name, version } = manifestOf(join(root, "package.json"));
  const tarball = join(demoFolder, `${name}-${version}.tgz`);
  execFileSync("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
}

async function makeDatabase(): Promise<void> {
  await prepare({ node: ["scripts/create-database.js"], cwd: sampleCopy });
}

/** npm tells the scripts that it runs where it is itself. */
function npmScript(): string {
  const script = process.env["npm_execpath"];
  if (script === undefined) throw new Error("Start the demo with `npm run demo`.");
  return script;
}

interface Manifest {
  name: string;
  version: string;
  bin: Record<string, string>;
}

function manifestOf(path: string): Manifest {
  return JSON.parse(readFileSync(path, "utf8")) as Manifest;
}
