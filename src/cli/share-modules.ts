import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { displayPath } from "../project/display-path.js";
import { nearestManifest } from "../project/manifests.js";
import type { Migration, ModuleForm } from "../engine.js";
import type { Engine } from "./engine-access.js";
import type { Rewrite } from "./merge-rewrites.js";

/** Where the functions that send users stand: in each file, or in one module that several import. */
export const emissions = ["inline", "module"] as const;
/** One of {@link emissions}. */
export type Emission = (typeof emissions)[number];

/** What sharing needs of its surroundings. */
export interface ShareOptions {
  /** `undefined`: a module where two files or more can share it. */
  emit: Emission | undefined;
  cwd: string;
}

interface Sharing extends Rewrite {
  form: ModuleForm;
}

/**
 * Lets files of one package that are alike import what sends their users from a module that is added beside them.
 *
 * @returns the files, rewritten again where they import a module, and the modules that are new
 */
export function shareModules(
  files: readonly Rewrite[],
  engine: Engine,
  { emit, cwd }: ShareOptions,
): Rewrite[] {
  if (emit === "inline") return [...files];
  const rewritten = new Map<Rewrite, Rewrite>();
  const added: Rewrite[] = [];
  for (const group of alike(files)) {
    if (group.length < 2 && emit !== "module") continue;
    const module = moduleFor(group, engine, cwd);
    for (const file of group) {
      const { source, text } = file;
      const answer = engine.migrateFile(source.path, text, { module: module.source.path });
      if (answer.kind === "migrated") rewritten.set(file, { ...file, answer });
    }
    if (module.isNew === true) added.push(module);
  }
  return [...files.map((file) => rewritten.get(file) ?? file), ...added];
}

/** Files of one package, language and kind of module that could share a function. */
function alike(files: readonly Rewrite[]): Sharing[][] {
  const groups = new Map<string, Sharing[]>();
  for (const file of files) {
    const { form } = file.answer;
    if (!form || file.answer.output === file.text) continue;
    const folder = nearestManifest(file.source.path)?.folder ?? "";
    const key = JSON.stringify([folder, form.isImport, form.style.typescript]);
    groups.set(key, [...(groups.get(key) ?? []), Object.assign(file, { form })]);
  }
  return [...groups.values()];
}

/** The module for a group: one that is there already, as a run before wrote it, or a new one. */
function moduleFor(group: readonly Sharing[], engine: Engine, cwd: string): Rewrite {
  const [first] = group;
  if (!first) throw new Error("A group has a member.");
  const folder = commonFolder(group.map(({ source }) => dirname(source.path)));
  const extension = extensionFor(group);
  const textAt = (path: string): string => engine.moduleText(path, first.form);
  const known = foldersUpwards(folder)
    .map((above) => join(above, `halo-users${extension}`))
    .find((path) => existsSync(path) && readFileSync(path, "utf8") === textAt(path));
  const path = known ?? freePath(folder, extension);
  const others = new Map(group.map(({ source }) => [source.path, []]));
  const answer: Migration = {
    ...{ kind: "migrated", parsed: true, output: textAt(path), edits: [], others, sites: [] },
  };
  const source = { path, file: displayPath(path, cwd) };
  return { source, mark: "", text: "", answer, isNew: known === undefined };
}

/** A folder and those above it, as far as its package goes. */
function foldersUpwards(folder: string): string[] {
  const root = nearestManifest(join(folder, "x"))?.folder ?? folder;
  const folders = [folder];
  for (let above = folder; above !== root && above !== dirname(above);) {
    above = dirname(above);
    folders.push(above);
  }
  return folders;
}

function freePath(folder: string, extension: string): string {
  for (let number = 1; ; number++) {
    const path = join(folder, `halo-users${number === 1 ? "" : `-${number}`}${extension}`);
    if (!existsSync(path)) return path;
  }
}

/** An extension that says outright what kind of module it is wins: those without can import it. */
function extensionFor(group: readonly Sharing[]): string {
  const extensions = group.map(({ source }) => extname(source.path).replace("x", ""));
  return extensions.find((extension) => /^\.[cm]/.test(extension)) ?? extensions[0] ?? ".js";
}

function commonFolder(folders: readonly string[]): string {
  const [first = "", ...rest] = folders;
  let folder = first;
  const holds = (other: string): boolean => other === folder || other.startsWith(join(folder, "/"));
  while (!rest.every(holds)) folder = dirname(folder);
  return folder;
}
