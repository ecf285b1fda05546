import { describe, expect, it } from "vitest";
import { bodyLimit, markdownReport } from "../../../src/cli/reports/markdown-report.js";
import { refusedFile, reportOf, rewrittenFile } from "./report-of.js";

const link =
  "https://github.com/halo-agents/eslint-plugin-halo-backfill/blob/main/docs/refusals.md#runs-in-browser";

describe("markdownReport", () => {
  it("has a table, a checklist, and the diffs to unfold", () => {
    const files = [
      rewrittenFile("src/a.ts", "identify(1);\n", "update(1);\nmore();\n"),
      refusedFile("src/b.ts"),
    ];
    expect(markdownReport(reportOf(files))).toBe(
      [
        "## Halo backfill: 1 rewritten, 1 left to you",
        "",
        "1 file written; 40 files scanned.",
        "",
        "| File | Rewritten | Left to you | Lines |",
        "| :--- | ---: | ---: | ---: |",
        "| `src/a.ts` | 1 | 0 | +2 −1 |",
        "| `src/b.ts` | 0 | 1 |  |",
        "",
        "### Left to you",
        "",
        `- [ ] \`src/b.ts:2:1\` [runs-in-browser](${link}): this code reaches a browser, where the update token must never be signed. **Move it to a server.** (Why it counts: for: the file is in scripts/.)`,
        "",
        "### Changes",
        "",
        "<details><summary><code>src/a.ts</code> (+2 −1)</summary>",
        "",
        "```diff",
        "--- a/src/a.ts",
        "+++ b/src/a.ts",
        "@@ -1,1 +1,2 @@",
        "-identify(1);",
        "+update(1);",
        "+more();",
        "```",
        "",
        "</details>",
        "",
      ].join("\n"),
    );
  });

  it("lets no file name, code or message be markup, or mention somebody", () => {
    const name = "a|`b`</summary>@team.ts";
    const body = markdownReport(
      reportOf(
        [rewrittenFile(name, "identify(`\n```\n````\n`);\n", "update();\n"), refusedFile(name)],
        {
          failures: [
            { file: "x.ts", message: "does not parse: <b>_a_</b> [x](y) @team\nand more" },
          ],
          dryRun: true,
        },
      ),
    );
    expect(body).toContain("| `` a\\|`b`</summary>@team.ts `` | 1 | 0 |");
    expect(body).toContain("- [ ] `` a|`b`</summary>@team.ts:2:1 ``");
    expect(body).toContain("<code>a|`b`&lt;/summary>@team.ts</code>");
    expect(body).toContain("\n`````diff\n");
    expect(body).toContain(
      "- ⚠️ x.ts: does not parse: \\<b\\>\\_a\\_\\</b\\> \\[x\\](y) @\u200Bteam\uFFFDand more\n",
    );
    expect(body).toContain("Nothing was written;");
  });

  it.each([
    [
      "diffs",
      Array.from({ length: 40 }, (_, index) =>
        rewrittenFile(`${index}.ts`, "a\n", "b\n".repeat(2000)),
      ),
      "more diffs left out",
    ],
    ["one diff", [rewrittenFile("a.ts", "a\n", "b\n".repeat(50_000))], "1 more diff left out"],
    [
      "call sites",
      Array.from({ length: 3000 }, (_, index) => refusedFile(`${index}.ts`)),
      "more call sites left out",
    ],
    [
      "everything",
      Array.from({ length: 3000 }, (_, index) => [
        refusedFile(`${"long/".repeat(20)}${index}.ts`),
        rewrittenFile(`${"long/".repeat(20)}${index}.ts`, "a\n", "b\n".repeat(100)),
      ]).flat(),
      "more files left out",
    ],
  ])("stays within what GitHub takes, and says so: %s", (_name, files, note) => {
    const failures = Array.from({ length: 2000 }, () => ({
      file: "x.ts",
      message: "y".repeat(100),
    }));
    const body = markdownReport(reportOf(files, { failures }));
    expect(body.length).toBeLessThanOrEqual(bodyLimit);
    expect(body).toContain(note);
    expect(body).toContain("more errors left out");
    expect(body.match(/<details>/gu)?.length).toBe(body.match(/<\/details>/gu)?.length);
  });

  it.each([
    ["there was nothing", reportOf([]), "## Halo backfill: nothing to rewrite\n"],
    [
      "nothing was written",
      reportOf([], { blocked: { reason: "uncommitted changes", files: ["a.ts"] } }),
      "Nothing was rewritten: uncommitted changes",
    ],
    [
      "types were not checked",
      reportOf([], { warnings: ["tsconfig.json: no"] }),
      "- ⚠️ tsconfig.json: no\n",
    ],
  ])("says that %s", (_name, report, words) => {
    expect(markdownReport(report)).toContain(words);
  });
});
