import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { PGlite, types, type PGliteOptions } from "@electric-sql/pglite";

const options: PGliteOptions = { parsers: { [types.NUMERIC]: Number } };

/**
 * Starts an empty PostgreSQL in memory. Making its first files takes seconds, loading them half of
 * one, so they are kept beside the packages that they depend on.
 */
export async function startPostgres(): Promise<PGlite> {
  const kept = await keptFiles();
  const files = await readFile(kept).catch(() => undefined);
  if (files !== undefined) {
    return PGlite.create({ ...options, loadDataDir: new Blob([files]) });
  }
  const postgres = await PGlite.create(options);
  await keep(await postgres.dumpDataDir("none"), kept);
  return postgres;
}

/** Another version of the package would not read the files of this one, so its name tells them apart. */
async function keptFiles(): Promise<string> {
  const packageFolder = new URL(
    "..",
    pathToFileURL(createRequire(import.meta.url).resolve("@electric-sql/pglite")),
  );
  const manifest = await readFile(new URL("package.json", packageFolder), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  return fileURLToPath(new URL(`../../.cache/pglite-${version}.tar`, packageFolder));
}

/** Renaming is atomic: databases that start at the same time see the whole file or none. */
async function keep(files: Blob, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, Buffer.from(await files.arrayBuffer()));
  await rename(unfinished, path);
}
