import { basename, dirname, extname } from "node:path";
import { nearestManifest } from "./manifests.js";

/** Frameworks ask a file for exports of these names; who imports one names the file too. */
export const frameworkNames: ReadonlySet<string> = new Set(
  (
    "GET POST PUT PATCH DELETE HEAD OPTIONS action actions config default fetch generateMetadata getServerSideProps " +
    "getStaticPaths getStaticProps handle handler load loader main metadata middleware queue register scheduled"
  ).split(" "),
);

/**
 * What a file spells that imports something: its name; where that says nothing, the end of the specifier that leads to
 * the file.
 *
 * @param path - of the file that exports it
 * @param name - that it is exported under
 */
export function importTexts(path: string, name: string): string[] {
  if (!frameworkNames.has(name)) return [name];
  const file = basename(path, extname(path));
  const tail = file === "index" ? basename(dirname(path)) : file;
  const manifest = nearestManifest(path);
  const packageName = manifest?.content["name"];
  const whole = [
    ...(typeof packageName === "string" && isEntry(path, manifest?.folder) ? [packageName] : []),
    ...internalNames(manifest?.content["imports"], file),
  ];
  return [...['"', "'", "."].map((end) => `/${tail}${end}`), ...whole];
}

/** Whether a file may be what its package exports as a whole. */
function isEntry(path: string, folder: string | undefined): boolean {
  const at = dirname(path);
  return at === folder || (basename(at) === "src" && dirname(at) === folder);
}

/** The keys of package.json's `imports` that lead to a file of a name. */
function internalNames(imports: unknown, name: string): string[] {
  if (typeof imports !== "object" || imports === null) return [];
  return Object.entries(imports).flatMap(([key, target]) =>
    JSON.stringify(target).includes(name) ? [key.replace(/\*.*$/, "")] : [],
  );
}
