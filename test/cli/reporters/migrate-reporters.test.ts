import { describe, expect, it, vi } from "vitest";
import { migrateFormats } from "../../../src/cli/command-line.js";
import type { MigrateReport } from "../../../src/cli/migrate.js";
import { migrateReporter } from "../../../src/cli/reporters/choose-reporter.js";
import { stylesFor } from "../../../src/cli/reporters/printed.js";

// The snapshots are about the layout; the wording of each reason is not theirs to pin.
vi.mock("../../../src/rewrite/refusals.js", () => ({
  refusals: { "cannot-await": { what: "nobody can await it" } },
}));

const report: MigrateReport = {
  dryRun: false,
  filesScanned: 40,
  files: [
    {
      file: "src/sync.ts",
      status: "partial",
      sites: [
        { line: 2, column: 3, status: "rewritten", strategy: "collect", notes: ["id is left out"] },
        {
          line: 9,
          column: 1,
          status: "refused",
          reason: "cannot-await",
          advice: "Make it async.",
        },
      ],
      diff: "--- a/src/sync.ts\n+++ b/src/sync.ts\n@@ -1,2 +1,2 @@\n a\r\n--- b\r\n+++ c\u001B[2J\r\n",
    },
  ],
  failures: [{ file: "src/broken.ts", at: { line: 3, column: 7 }, message: "does not parse: x" }],
};

const blocked: MigrateReport = {
  ...report,
  files: [],
  blocked: { reason: "uncommitted changes in /p (a.ts); commit", files: ["src/sync.ts"] },
};

const plain = stylesFor({ env: {}, stdout: {}, stderr: {} });
const terminal = { isTTY: true };
const colored = stylesFor({ env: {}, stdout: terminal, stderr: terminal });

describe.each(migrateFormats)("migrate --format %s", (format) => {
  it.each([
    ["what was done", report],
    ["what would be done", { ...report, dryRun: true }],
    ["that there was nothing", { dryRun: false, filesScanned: 1, files: [], failures: [] }],
    ["why nothing was written", blocked],
  ])("prints %s", async (_name, given) => {
    const { stdout, stderr } = (await migrateReporter(format))(given, plain);
    expect(`${stdout}---- stderr\n${stderr}`).toMatchSnapshot();
  });
});

describe("migrate --format text", () => {
  it("gives a diff into a pipe byte for byte", async () => {
    const { stdout } = (await migrateReporter("text"))(report, plain);
    expect(stdout.startsWith(report.files[0]?.diff ?? "?")).toBe(true);
  });

  it("colours a diff on a terminal and shows control characters instead of sending them", async () => {
    const { stdout } = (await migrateReporter("text"))(report, colored);
    const lines = stdout.split("\n");
    expect(lines.slice(0, 6)).toEqual([
      "\u001B[1m--- a/src/sync.ts\u001B[22m",
      "\u001B[1m+++ b/src/sync.ts\u001B[22m",
      "\u001B[36m@@ -1,2 +1,2 @@\u001B[39m",
      " a",
      "\u001B[31m--- b\u001B[39m",
      "\u001B[32m+++ c\uFFFD[2J\u001B[39m",
    ]);
  });
});
