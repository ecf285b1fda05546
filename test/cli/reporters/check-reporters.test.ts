import { describe, expect, it, vi } from "vitest";
import type { CheckReport, FileFinding } from "../../../src/cli/check.js";
import { checkFormats } from "../../../src/cli/command-line.js";
import { checkReporter } from "../../../src/cli/reporters/choose-reporter.js";
import { stylesFor } from "../../../src/cli/reporters/printed.js";

// The snapshots are about the layout; the wording of each reason is not theirs to pin.
vi.mock("../../../src/rewrite/refusals.js", () => ({
  refusals: { "cannot-await": { what: "nobody can await it" } },
}));

const loop: FileFinding = {
  file: "src/sync.ts",
  line: 12,
  column: 5,
  endLine: 12,
  endColumn: 38,
  rule: "halo-backfill/no-identify-in-loop",
  message: "for…of identifies every user, which marks them all active today.",
  evidence: "for…of over users",
  reach: "sdk",
  rewrite: { strategy: "batch" },
};

const batch: FileFinding = {
  file: "src/sync.ts",
  line: 140,
  column: 1,
  endLine: 142,
  endColumn: 3,
  rule: "halo-backfill/no-identify-in-batch-context",
  message: "100% of users, all: identified in a job.",
  evidence: "scripts/ holds batch jobs",
  reach: "wrapper",
  rewrite: { strategy: "refuse", reason: "cannot-await", advice: "Make it async." },
};

const full: CheckReport = {
  filesScanned: 40,
  filesParsed: 3,
  findings: [loop, batch, { ...loop, file: "jobs/a,b: c.ts", reach: "rest" }],
  failures: [
    {
      file: "src/broken.ts",
      at: { line: 3, column: 7 },
      message: "does not parse: Unexpected token",
    },
    { file: "gone.ts", message: "does not exist" },
  ],
};

const empty: CheckReport = { filesScanned: 1, filesParsed: 0, findings: [], failures: [] };

const plain = stylesFor({ env: {}, stdout: {}, stderr: {} });

describe.each(checkFormats)("check --format %s", (format) => {
  it("prints findings and errors", async () => {
    const { stdout, stderr } = (await checkReporter(format))(full, plain);
    expect(`${stdout}---- stderr\n${stderr}`).toMatchSnapshot();
  });

  it("prints that there is nothing", async () => {
    const { stdout, stderr } = (await checkReporter(format))(empty, plain);
    expect(`${stdout}---- stderr\n${stderr}`).toMatchSnapshot();
  });
});

describe("check --format json", () => {
  it("gives each finding exactly the documented keys", async () => {
    const { stdout } = (await checkReporter("json"))(full, plain);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, filesScanned: 40, filesParsed: 3 });
    expect((JSON.parse(stdout) as { findings: unknown[] }).findings[1]).toEqual({
      file: "src/sync.ts",
      line: 140,
      column: 1,
      endLine: 142,
      endColumn: 3,
      rule: "halo-backfill/no-identify-in-batch-context",
      message: "100% of users, all: identified in a job.",
      evidence: "scripts/ holds batch jobs",
      reach: "wrapper",
      rewrite: { strategy: "refuse", reason: "cannot-await" },
    });
  });
});

describe("check --format github", () => {
  it("keeps an annotation on one line", async () => {
    const finding = { ...loop, message: "one\r\ntwo", file: "a\nb.ts" };
    const { stdout } = (await checkReporter("github"))({ ...empty, findings: [finding] }, plain);
    expect(stdout).toContain("file=a%0Ab.ts,");
    expect(stdout).toContain("::one%0D%0Atwo (");
  });
});

describe("check --format stylish", () => {
  it("says when migrate would rewrite none, or all", async () => {
    const print = await checkReporter("stylish");
    const none = print({ ...empty, findings: [batch] }, plain).stdout;
    expect(none).toContain("halo-backfill migrate would rewrite none of them.");
    const all = print({ ...empty, findings: [loop] }, plain).stdout;
    expect(all).toContain("halo-backfill migrate would rewrite 1; add --dry-run");
  });
});
