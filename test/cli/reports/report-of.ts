import type { FileMigration, MigrateReport } from "../../../src/cli/migrate.js";
import { unifiedDiff } from "../../../src/cli/unified-diff.js";

/** A file in which one call was rewritten, and its loop with it. */
export function rewrittenFile(file: string, before: string, after: string): FileMigration {
  return {
    file,
    status: "rewritten",
    sites: [
      {
        line: 1,
        column: 3,
        evidence: "each turn of for…of on line 1 identifies another user",
        change: 0,
        status: "rewritten",
        strategy: "batch",
        notes: [],
      },
    ],
    before,
    diff: unifiedDiff(file, before, after),
  };
}

/** A file with one call that was refused. */
export function refusedFile(
  file: string,
  before = "before();\nidentify();\nafter();\n",
): FileMigration {
  return {
    file,
    status: "refused",
    sites: [
      {
        line: 2,
        column: 1,
        evidence: "for: the file is in scripts/",
        change: 0,
        status: "refused",
        reason: "runs-in-browser",
        advice: "Move it to a server.",
      },
    ],
    before,
    diff: "",
  };
}

/** A report about these files. */
export function reportOf(files: FileMigration[], more: Partial<MigrateReport> = {}): MigrateReport {
  return { dryRun: false, filesScanned: 40, files, failures: [], ...more };
}
