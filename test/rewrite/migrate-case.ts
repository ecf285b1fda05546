import { dirname } from "node:path";
import { type EngineOptions, migrateFile } from "../../src/engine.js";
import { defaultSettings } from "../../src/find/settings.js";
import { projectReferences } from "../../src/project/project-references.js";
import type { RewriteCase } from "./cases.js";
import type { Workspace } from "./workspace.js";

/** What the engine is told of a case, whose program is at `path`. */
export function optionsAt(path: string, { manifest: { target } }: RewriteCase): EngineOptions {
  const references = projectReferences({ rootOf: () => dirname(path) });
  return { settings: defaultSettings, references, target };
}

/**
 * Rewrites a case's program in a project of its own, as it is before or after a rewrite.
 *
 * @throws where the engine cannot read the program
 */
export function migrateCase(
  workspace: Workspace,
  program: RewriteCase,
  version: "after" | "before" = "before",
) {
  const path = workspace.project(program, version);
  const text = version === "after" ? (program.expected ?? "") : program.input;
  const result = migrateFile(path, text, optionsAt(path, program));
  if (result.kind !== "migrated") throw new Error(`${program.name}: ${result.message}`);
  return result;
}
