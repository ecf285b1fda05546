import type { MigratedSite, Migration } from "../../engine.js";
import type { Engine } from "../engine-access.js";
import type { Rewrite } from "../merge-rewrites.js";
import { type Choice, isRewrite } from "../migrate.js";
import { type Decided, Dialogue, isRewritten, type Terminal } from "./dialogue.js";
import { KeyReader } from "./key-reader.js";

/** Shows one change after the other, and takes only those that a person accepts. */
export async function chooseChanges(
  files: readonly Rewrite[],
  engine: Engine,
  terminal: Terminal,
): Promise<Choice> {
  const decided = await decide(files, engine, terminal);
  const skipped = files.flatMap((file) =>
    file.answer.sites
      .filter((site) => isRewritten(site) && !isAccepted(site, decided.get(file)))
      .map(({ line, column }) => ({ file: file.source.file, line, column })),
  );
  const byPath = new Map([...decided].map(([{ source }, decision]) => [source.path, decision]));
  return {
    files: files.map((file) => chosen(file, decided.get(file))),
    skipped,
    rewriteAlone: (file) => aloneAs(byPath.get(file.source.path), file, engine),
  };
}

async function decide(
  files: readonly Rewrite[],
  engine: Engine,
  terminal: Terminal,
): Promise<Map<Rewrite, Decided>> {
  const rewrites = files.filter(isRewrite);
  const decided = new Map<Rewrite, Decided>();
  if (rewrites.length === 0) return decided;
  const keys = new KeyReader(terminal.input);
  try {
    const dialogue = new Dialogue(engine, terminal, keys, rewrites);
    for (const file of rewrites) decided.set(file, await dialogue.decide(file));
  } finally {
    keys.close();
  }
  return decided;
}

/** The file as if nothing but what was accepted, and what is refused anyway, had been found. */
function chosen(file: Rewrite, decided: Decided | undefined): Rewrite {
  if (!decided) return file;
  const { text, answer } = file;
  const sites = answer.sites.filter((site) => !isRewritten(site) || isAccepted(site, decided));
  if (decided.edited === undefined) return { ...file, answer: { ...decided.migration, sites } };
  const output = decided.edited;
  // One edit of the whole file, so that no edit that another file's rewrite wants can be mixed into it.
  const edits = [{ range: [0, text.length] as const, text: output }];
  return { ...file, answer: { ...decided.migration, output, edits, sites } };
}

function isAccepted({ change }: MigratedSite, decided: Decided | undefined): boolean {
  return decided?.accepted.has(change) === true;
}

/** What was accepted, without changes in other files. What somebody has edited cannot be made again: it is left out. */
function aloneAs(decided: Decided | undefined, file: Rewrite, engine: Engine): Migration {
  const { source, text } = file;
  const places = new Set(file.answer.sites.filter(isRewritten).map(placeOf));
  const all = engine.migrateFile(source.path, text, { alone: true });
  const wanted = new Set(
    sitesOf(all)
      .filter((site) => decided?.edited === undefined && places.has(placeOf(site)))
      .map(({ change }) => change),
  );
  const isWanted = (change: number): boolean => wanted.has(change);
  const migration = engine.migrateFile(source.path, text, { alone: true, isWanted });
  if (migration.kind === "unparsable")
    return { ...file.answer, output: text, edits: [], sites: [] };
  const sites = migration.sites.filter((site) => !isRewritten(site) || wanted.has(site.change));
  return { ...migration, sites };
}

function sitesOf(result: ReturnType<Engine["migrateFile"]>): readonly MigratedSite[] {
  return result.kind === "migrated" ? result.sites : [];
}

function placeOf({ line, column }: MigratedSite): string {
  return `${line}:${column}`;
}
