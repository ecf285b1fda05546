import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RewriteCase } from "./cases.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const supportModules = ["billing", "users"];

/**
 * A folder outside the repository with one project per case: there a program has its users, its packages and its
 * `package.json`, and no name on its path says that it is a test.
 */
export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), "halo-rewrites-"));

  constructor() {
    symlinkSync(join(here, "../../node_modules"), join(this.folder, "node_modules"));
    mkdirSync(join(this.folder, "support"));
    for (const name of supportModules) {
      copyFileSync(join(here, `support/${name}.cjs`), join(this.folder, `support/${name}.cjs`));
    }
  }

  /**
   * Sets up the project of a case, as it is before or after the rewrite.
   *
   * @returns the path of the program
   */
  project(
    { name, extension, manifest, input, expected, files, expectedFiles }: RewriteCase,
    version: "after" | "before" = "before",
  ): string {
    const folder = join(this.folder, `${name.replace("/", "--")}--${version}`);
    const isAfter = version === "after";
    mkdirSync(folder, { recursive: true });
    // Halo's own switches aside, what a real project's manifest says is what the rewrite may rely on.
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, ...manifest }));
    // Stand-ins for HTTP clients, found before the repository's packages.
    const packages = join(folder, "node_modules");
    if (!existsSync(packages)) symlinkSync(join(here, "support/clients"), packages);
    const texts = { ...files, ...(isAfter ? expectedFiles : {}) };
    for (const [file, text] of Object.entries(texts)) writeFileSync(join(folder, file), text);
    for (const support of supportModules) {
      const asModule = `export * from "../support/${support}.cjs";\n`;
      const asScript = `module.exports = require("../support/${support}.cjs");\n`;
      const files = {
        js: manifest.type === "module" ? asModule : asScript,
        mjs: asModule,
        cjs: asScript,
      };
      const types = join(here, `support/${support}.d.ts`);
      for (const [ending, text] of Object.entries(files)) {
        writeFileSync(join(folder, `${support}.${ending}`), text);
        copyFileSync(types, join(folder, `${support}.d.${ending.replace("js", "ts")}`));
      }
    }
    const path = join(folder, (manifest.program ?? "backfill") + extension);
    writeFileSync(path, isAfter ? (expected ?? input) : input);
    return path;
  }

  /** Removes the folder. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
