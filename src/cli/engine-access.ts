import type { CheckResult, MigrateResult } from "../engine.js";
import { mayContainFinding } from "../find/candidate.js";
import type { Settings } from "../find/settings.js";

/** What the commands ask of the engine. Paths are absolute, texts have no byte order mark. */
export interface Engine {
  checkFile: (path: string, text: string) => CheckResult;
  migrateFile: (path: string, text: string) => MigrateResult;
}

/** A scan of bytes that is there at once, and the engine proper, which loads a parser and so comes in when needed. */
export interface EngineAccess {
  mayContainFinding: (bytes: Buffer) => boolean;
  load: () => Promise<Engine>;
}

/** The engine of this package, under these settings (the default ones when there are none). */
export function engineAccess(given: Settings | undefined): EngineAccess {
  return {
    mayContainFinding,
    async load() {
      const [engine, { defaultSettings }] = await Promise.all([
        import("../engine.js"),
        import("../find/settings.js"),
      ]);
      const options = { settings: given ?? defaultSettings };
      return {
        checkFile: (path, text) => engine.checkFile(path, text, options),
        migrateFile: (path, text) => engine.migrateFile(path, text, options),
      };
    },
  };
}
