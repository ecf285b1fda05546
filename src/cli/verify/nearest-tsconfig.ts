import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The nearest `tsconfig.json` upwards from a file. */
export function nearestTsconfig(path: string): string | undefined {
  const folder = dirname(path);
  const candidate = join(folder, "tsconfig.json");
  if (existsSync(candidate)) return candidate;
  return dirname(folder) === folder ? undefined : nearestTsconfig(folder);
}
