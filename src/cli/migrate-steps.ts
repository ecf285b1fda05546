import { resolve } from "node:path";
import { nearestTsconfig } from "./verify/nearest-tsconfig.js";
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
        return chooseChanges(files, engine, {
          cwd,
          env,
          input: stdin,
          output: stderr,
          colors,
        });
      },
    }),
    ...(verify !== false && {
      async verify(groups) {
        const isTyped = groups.flat().some(({ path }) => nearestTsconfig(path) !== undefined);
        // Without a project, TypeScript need not be loaded.
        if (groups.length === 0 || (tsconfig === undefined && !isTyped))
          return { checked: 0, rejected: new Map(), warnings: [] };
        const { verifyTypes } = await import("./verify/verify-types.js");
        const project = tsconfig === undefined ? undefined : resolve(cwd, tsconfig);
        return verifyTypes(groups, { cwd, tsconfig: project, progress });
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
