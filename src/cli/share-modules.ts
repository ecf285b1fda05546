import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { displayPath } from "../project/display-path.js";
import { nearestManifest } from "../project/manifests.js";
import type { Migration, ModuleForm } from "../engine.js";
import type { Emission } from "./command-line.js";
import type { Engine } from "./engine-access.js";
import type { Rewrite } from "./merge-rewrites.js";

/** What sharing needs of its surroundings. */
export interface ShareOptions {
  /** `undefined`: a module where two files or more can share it. */
  emit: Emission | undefined;
  cwd: string;
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
  for (const [form, group] of alike(files)) {
    if (group.length < 2 && emit !== "module") continue;
    const module = moduleFor(group, form, engine, cwd);
    for (const file of group) {
      const { source, text } = file;
      const { path } = module.source;
      const answer = engine.migrateFile(source.path, text, { module: path });
      if (answer.kind === "migrated") rewritten.set(file, { ...file, answer, module: path });
    }
    if (module.isNew === true) added.push(module);
  }
  return [...files.map((file) => rewritten.get(file) ?? file), ...added];
}

/** Files of one package, language and kind of module that could share a function, with the form of the first. */
function alike(files: readonly Rewrite[]): [ModuleForm, Rewrite[]][] {
  const groups = new Map<string, [ModuleForm, Rewrite[]]>();
  for (const file of files) {
    const { form } = file.answer;
    if (!form || file.answer.output === file.text) continue;
    const folder = nearestManifest(file.source.path)?.folder ?? "";
    const key = JSON.stringify([folder, form.isImport, form.style.typescript]);
    const [first, members] = groups.get(key) ?? [form, []];
    groups.set(key, [first, [...members, file]]);
  }
  return [...groups.values()];
}

/** The module for a group: one that is there already, as a run before wrote it, or a new one. */
function moduleFor(
  group: readonly Rewrite[],
  form: ModuleForm,
  engine: Engine,
  cwd: string,
): Rewrite {
  const folder = commonFolder(group.map(({ source }) => dirname(source.path)));
  const extension = extensionFor(group);
  const textAt = (path: string): string => engine.moduleText(path, form);
  const known = foldersUpwards(folder)
    .map((above) => join(above, `halo-users${extension}`))
    .find((path) => existsSync(path) && readFileSync(path, "utf8") === textAt(path));
  const path = known ?? freePath(folder, extension);
  const answer: Migration = {
    ...{ kind: "migrated", parsed: true, output: textAt(path), edits: [], others: new Map() },
    sites: [],
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
function extensionFor(group: readonly Rewrite[]): string {
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
