import type { CheckResult, MigrateResult } from "../engine.js";
import { mayContainFinding } from "../find/candidate.js";
import type { Failure } from "../project/failure.js";
import type { SourceFile } from "../project/list-sources.js";
import type { ProjectTypes } from "../project/project-types.js";
import type { Settings } from "../find/settings.js";

/** What the commands ask of the engine. Paths are absolute, texts have no byte order mark. */
export interface Engine {
  checkFile: (path: string, text: string) => CheckResult;
  migrateFile: (path: string, text: string) => MigrateResult;
  /** What it could not use of what the user chose; it works without. */
  failure?: Failure | undefined;
}

/** A scan of bytes that is there at once, and the engine proper, which loads a parser and so comes in when needed. */
export interface EngineAccess {
  mayContainFinding: (bytes: Buffer) => boolean;
  load: () => Promise<Engine>;
}

/** What the user chose for the engine. */
export interface EngineChoices {
  /** The default ones when there are none. */
  settings?: Settings | undefined;
  /** A `tsconfig.json` that is there: its path, and how reports name it. */
  tsconfig?: SourceFile | undefined;
}

/** The engine of this package. */
export function engineAccess(choices: EngineChoices): EngineAccess {
  return {
    mayContainFinding: (bytes) => mayContainFinding(bytes, choices.settings),
    async load() {
      const [engine, { defaultSettings }] = await Promise.all([
        import("../engine.js"),
        import("../find/settings.js"),
      ]);
      const { project, failure } = await openTypes(choices);
      const options = { settings: choices.settings ?? defaultSettings, project };
      return {
        failure,
        checkFile: (path, text) => engine.checkFile(path, text, options),
        migrateFile: (path, text) => engine.migrateFile(path, text, options),
      };
    },
  };
}

/** ts-morph brings TypeScript along, so it comes in only for those who ask for types. */
async function openTypes({
  tsconfig,
}: EngineChoices): Promise<{ project?: ProjectTypes; failure?: Failure }> {
  if (tsconfig === undefined) return {};
  const { openProject } = await import("../project/project-types.js");
  try {
    return { project: openProject(tsconfig.path) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const message = `tsconfig cannot be used: ${detail.replaceAll(/\s+/gu, " ")}`;
    return { failure: { file: tsconfig.file, message } };
  }
}
