import { existsSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, sep } from "node:path";
import { ResolverFactory } from "oxc-resolver";
import { nearestManifest } from "./manifests.js";

/** Says which file of the project a specifier leads to; `undefined` for packages and for what is not there. */
export type ResolveModule = (specifier: string, from: string) => string | undefined;

const options = {
  tsconfig: "auto",
  extensions: [
    ...[".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"],
    ...[".vue", ".svelte", ".astro"],
  ],
  // What TypeScript's sources import as `./halo.js` is `halo.ts` until it is built.
  extensionAlias: {
    ".js": [".ts", ".tsx", ".js", ".jsx"],
    ".jsx": [".tsx", ".jsx"],
    ".mjs": [".mts", ".mjs"],
    ".cjs": [".cts", ".cjs"],
  },
  conditionNames: ["source", "development", "import", "require", "node", "default"],
  mainFields: ["source", "module", "main"],
  nodePath: false,
} as const;

/**
 * Makes a resolver for the files of one project: relative paths, tsconfig `paths`, `imports` and `exports` of
 * package.json, and packages of the same workspace, be they linked, built, or neither.
 *
 * @param files - the project's source files
 */
export function moduleResolver(files: readonly string[]): ResolveModule {
  const plain = {
    ...options,
    extensions: [...options.extensions],
    conditionNames: [...options.conditionNames],
    mainFields: [...options.mainFields],
    extensionAlias: mapValues(options.extensionAlias),
  };
  const resolver = new ResolverFactory(plain);
  const byConfig = new Map<string, ResolverFactory>();
  const inJavaScript = (specifier: string, from: string): string | undefined => {
    const configFile = nearestConfig(dirname(from));
    if (configFile === undefined) return undefined;
    let configured = byConfig.get(configFile);
    if (!configured) {
      configured = new ResolverFactory({ ...plain, tsconfig: { configFile } });
      byConfig.set(configFile, configured);
    }
    return configured.resolveFileSync(from, specifier).path;
  };
  let packages: Map<string, string> | undefined;
  return (specifier, from) => {
    if (isBuiltin(specifier)) return undefined;
    const path =
      resolver.resolveFileSync(from, specifier).path ??
      (/^[./#]/.test(specifier) ? undefined : inJavaScript(specifier, from));
    if (path !== undefined) return isInstalled(path) ? undefined : path;
    if (/^[./#]/.test(specifier)) return undefined;
    const [, name = "", subpath = ""] = /^(@[^/]+\/[^/]+|[^/]+)(?:\/(.*))?$/.exec(specifier) ?? [];
    packages ??= packagesOf(files);
    const folder = packages.get(name);
    if (folder === undefined) return undefined;
    // By its own name a package is resolved through its `exports`; without them, or before a build, by its sources.
    const tries = [specifier, `./${subpath}`, `./src/${subpath || "index"}`];
    for (const request of tries) {
      const found = resolver.sync(folder, request).path;
      if (found !== undefined && !isInstalled(found)) return found;
    }
    return undefined;
  };
}

function mapValues(aliases: Record<string, readonly string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(aliases).map(([key, value]) => [key, [...value]]));
}

/** The jsconfig.json that tells editors and bundlers of the `paths` of a project in JavaScript. */
function nearestConfig(folder: string): string | undefined {
  const config = join(folder, "jsconfig.json");
  if (existsSync(config)) return config;
  const above = dirname(folder);
  return above === folder || existsSync(join(folder, ".git")) ? undefined : nearestConfig(above);
}

function isInstalled(path: string): boolean {
  return path.includes(`${sep}node_modules${sep}`);
}

/** The folders of the packages that the files belong to, by the packages' names. */
function packagesOf(files: readonly string[]): Map<string, string> {
  const packages = new Map<string, string>();
  const seen = new Set<string>();
  for (const file of files) {
    for (let folder = dirname(file); !seen.has(folder); folder = dirname(folder)) {
      seen.add(folder);
      const manifest = join(folder, "package.json");
      const name = existsSync(manifest) && nearestManifest(manifest)?.content["name"];
      if (typeof name === "string" && !packages.has(name)) packages.set(name, folder);
    }
  }
  return packages;
}
