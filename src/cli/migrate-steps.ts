import { resolve } from "node:path";
import type { MigrateSteps } from "./migrate.js";
import type { Progress } from "./progress.js";
import type { Colors } from "./reporters/printed.js";
import type { Surroundings } from "./surroundings.js";

/** What the arguments say about the steps. */
export interface StepChoices {
  interactive?: boolean;
  verify?: boolean;
  tsconfig?: string;
}

/** The steps that an invocation of `migrate` asks for; the code of each is loaded when its turn comes. */
export function migrateSteps(
  { interactive, verify, tsconfig }: StepChoices,
  { cwd, env, stdin, stderr }: Surroundings,
  progress: Progress,
  colors: Colors,
): MigrateSteps {
  return {
    ...(interactive && {
      async choose(files, engine) {
        progress.stop();
        const { chooseChanges } = await import("./interactive/choose-changes.js");
        return chooseChanges(files, engine, { env, input: stdin, output: stderr, colors });
      },
    }),
    ...(verify !== false && {
      async verify(changes) {
        if (changes.length === 0) return { checked: 0, rejected: new Map(), warnings: [] };
        const { verifyTypes } = await import("./verify/verify-types.js");
        const project = tsconfig === undefined ? undefined : resolve(cwd, tsconfig);
        return verifyTypes(changes, { cwd, tsconfig: project, progress });
      },
    }),
    async record(changes) {
      const { journalPlaces } = await import("./undo/journal-place.js");
      const { recordChanges } = await import("./undo/journal.js");
      const problem = await recordChanges(journalPlaces(cwd, env), changes);
      return problem && `what it changes cannot be recorded for --undo (${problem}); pass --force`;
    },
  };
}
