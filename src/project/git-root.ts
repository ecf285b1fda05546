import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder of the git work tree that holds `folder`, if there is one. Git itself is not asked: a process costs more
 * than a few look-ups, and a scan must also work where git is not installed.
 */
export function gitRootOf(folder: string): string | undefined {
  // `.git` is a folder in a plain clone and a file in a linked work tree or a submodule.
  if (existsSync(join(folder, ".git"))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : gitRootOf(parent);
}
