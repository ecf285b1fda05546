import { signUpDate } from "../halo/traits.js";
import type { ProjectFacts } from "../project/project-facts.js";
import { csvLibrary } from "./csv-function.js";
import type { RefusalReason } from "./refusals.js";
import type { RewriteTarget } from "./rewrite-target.js";
import type { UserUpdate } from "./user-update.js";

/** Why users cannot go where they are to go. */
export function targetProblem(
  updates: readonly UserUpdate[],
  target: RewriteTarget,
  { packages }: ProjectFacts,
): RefusalReason | undefined {
  switch (target) {
    case "update":
      return undefined;
    case "import":
      return updates.every(({ keys }) => keys?.includes(signUpDate))
        ? undefined
        : "no-sign-up-date";
    case "csv":
      if (!packages.has(csvLibrary)) return "no-csv-library";
      return updates.every(({ keys }) => keys) ? undefined : "unknown-columns";
  }
}
