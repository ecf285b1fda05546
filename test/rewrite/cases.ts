import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { RewriteTarget } from "../../src/rewrite/rewrite-target.js";
import type { RefusalReason } from "../../src/rewrite/refusals.js";

/** A program that is rewritten, or refused, as its folder under `cases/` says. */
export interface RewriteCase {
  /** `<construct>/<case>`, as the folders are called. */
  name: string;
  /** The extension of the program, dot included. */
  extension: string;
  input: string;
  /** The whole file after the rewrite; `undefined` where it is refused. */
  expected: string | undefined;
  /** What is refused, by line; empty where the file is rewritten. */
  refusals: readonly { line: number; reason: RefusalReason }[];
  /** The program's other files: text by name. */
  files: Readonly<Record<string, string>>;
  /** Those among them that change with the program, as they are afterwards; from the folder `expected-files`. */
  expectedFiles: Readonly<Record<string, string>>;
  /** The manifest of the project that the program belongs to. */
  manifest: Manifest;
}

interface Manifest {
  type?: "commonjs" | "module";
  dependencies?: Record<string, string>;
  /** What the program's file is called, where not `backfill`, which says by itself that it is a batch. */
  program?: string;
  /** What rewritten code does with its users, where not the usual. */
  target?: RewriteTarget;
  /** The file that is run, where that is another one. */
  entry?: string;
  /** How the program is formatted, where not by Prettier's defaults. */
  prettier?: Record<string, unknown>;
}

const root = new URL("cases/", import.meta.url).pathname;

/** All cases, in the order of their names. */
export function readCases(): RewriteCase[] {
  return foldersIn(root)
    .flatMap((construct) => foldersIn(join(root, construct)).map((name) => `${construct}/${name}`))
    .map(readCase);
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function readCase(name: string): RewriteCase {
  const folder = join(root, name);
  const inputs = readdirSync(folder).filter((file) => file.startsWith("input."));
  const [file] = inputs;
  if (file === undefined || inputs.length > 1) throw new Error(`${name} needs one input.*`);
  const extension = extname(file);
  const read = (other: string): string | undefined =>
    existsSync(join(folder, other)) ? readFileSync(join(folder, other), "utf8") : undefined;
  const manifest = read("package.json");
  const others = readdirSync(folder).filter(
    (other) => !/^(expected|input)\.|^(package|refusal)\.json$|^expected-files$/.test(other),
  );
  const changed = existsSync(join(folder, "expected-files"))
    ? readdirSync(join(folder, "expected-files"))
    : [];
  return {
    name,
    extension,
    input: readFileSync(join(folder, file), "utf8"),
    expected: read(`expected${extension}`),
    refusals: JSON.parse(read("refusal.json") ?? "[]") as RewriteCase["refusals"],
    files: Object.fromEntries(others.map((other) => [other, read(other) ?? ""])),
    expectedFiles: Object.fromEntries(
      changed.map((other) => [other, read(`expected-files/${other}`) ?? ""]),
    ),
    manifest: manifest === undefined ? { type: "module" } : (JSON.parse(manifest) as Manifest),
  };
}
