import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { htmlReport } from "../../../src/cli/reports/html-report.js";
import { ChromiumPage, chromiumPath } from "./chromium.js";
import { refusedFile, reportOf, rewrittenFile } from "./report-of.js";

const evil = `</script><script>alert(1)</script><img src=x onerror="alert(2)">'&amp;`;
const longLine = `const wide = "${"x".repeat(500)}";\n`;

const report = reportOf(
  [
    rewrittenFile("src/a.ts", "identify(1);\nlast();\n", `update(1);\n${longLine}last();\n`),
    rewrittenFile(`src/${evil}.ts`, `identify("${evil}");\n`, `update("${evil}\u202E\u001B");\n`),
    refusedFile("src/browser.ts", `before("${evil}");\nidentify();\nafter();\n`),
    refusedFile(`src/${"deep/".repeat(30)}c.ts`, `// ${longLine}identify();\n`),
  ],
  {
    skipped: [{ file: "src/skipped.ts", line: 3, column: 5 }],
    failures: [
      { file: "src/broken.ts", at: { line: 3, column: 7 }, message: `does not parse: ${evil}` },
    ],
    warnings: [`tsconfig.json: ${evil}`],
  },
);

describe("htmlReport", () => {
  const page = htmlReport(report);

  it("escapes whatever file names, code and messages hold", () => {
    expect(page.match(/<script/gu)).toHaveLength(1);
    expect(page.match(/<\/script/gu)).toHaveLength(1);
    expect(page).not.toContain("<img");
    expect(page).not.toContain("\u202E");
    expect(page).not.toContain("\u001B");
    expect(page).toContain("[U+202E]\uFFFD");
  });

  it("names nothing that a browser would load", () => {
    const harmless = htmlReport(
      reportOf([rewrittenFile("a.ts", "a\n", "b\n"), refusedFile("b.ts")]),
    );
    expect(harmless).not.toMatch(/\ssrc=|<link|@import|url\(|\sstyle=|\son[a-z]+=/u);
  });

  it("says for each call where it is, why it counts, and what became of it", () => {
    const text = page
      .replaceAll(/<wbr *\/?>/gu, "")
      .replaceAll(/<[^>]*>/gu, " ")
      .replaceAll(/\s+/gu, " ");
    expect(text).toContain("src/a.ts:1:3 batch Why it counts Each turn of for…of on line 1");
    expect(text).toContain(
      "src/browser.ts:2:1 runs-in-browser Why it counts For: the file is in scripts/",
    );
    expect(text).toContain(
      "the update token must never be signed. runs-in-browser What to do Move it to a server.",
    );
    expect(text).toContain("src/skipped.ts:3:5 skipped");
    expect(text).toContain("src/broken.ts:3:7: does not parse:");
  });

  it.each([
    [
      "what would be done",
      reportOf([rewrittenFile("a.ts", "a\n", "b\n")], { dryRun: true }),
      "Dry run: nothing was written",
    ],
    ["that there was nothing", reportOf([]), "Nothing to rewrite. 40 files scanned."],
    [
      "why nothing was written",
      reportOf([], { blocked: { reason: "uncommitted changes", files: ["a.ts"] } }),
      "Nothing was rewritten: uncommitted changes",
    ],
  ])("says %s", (_name, given, words) => {
    expect(htmlReport(given)).toContain(words);
  });
});

if (chromiumPath === undefined && process.env["CI"]) {
  throw new Error("The tests of the report's page need Chromium.");
}

describe.skipIf(chromiumPath === undefined)("the page in Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "halo-backfill-report-"));
  const file = join(folder, "report.html");
  let page: ChromiumPage;

  beforeAll(async () => {
    writeFileSync(file, htmlReport(report));
    page = await ChromiumPage.open(chromiumPath ?? "", file, 1280);
  });
  beforeEach(() => page.reload());
  afterAll(async () => {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The places of the call sites that are seen. */
  const seen = () =>
    page.evaluate<string[]>(
      `[...document.querySelectorAll("li.site")].filter((site) => site.checkVisibility()).map((site) => site.querySelector("code").textContent.slice(0, 14))`,
    );
  const enter = (name: string, value: string) =>
    page.evaluate(
      `(() => { const field = document.querySelector("form.filter").elements[${JSON.stringify(name)}]; field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event("input", { bubbles: true })); })()`,
    );
  const status = () => page.evaluate<string>(`document.querySelector("output").textContent`);
  const overflow = () =>
    page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
  const all = [
    "src/a.ts:1:3",
    "src/</script><",
    "src/browser.ts",
    "src/deep/deep/",
    "src/skipped.ts",
  ];

  it("shows everything at first, and the counts", async () => {
    expect(await seen()).toEqual(all);
    expect(await status()).toBe("All 5 call sites");
    expect(
      await page.evaluate(
        `[...document.querySelectorAll(".figures dt")].map((name) => name.textContent + ": " + name.nextElementSibling.textContent)`,
      ),
    ).toEqual([
      "Call sites: 5",
      "Rewritten: 2",
      "Left to you: 2",
      "Skipped: 1",
      "Files changed: 2",
      "Errors: 1",
    ]);
  });

  it("filters by text, in file names, reasons and code", async () => {
    await enter("text", "BROWSER.ts");
    expect(await seen()).toEqual(["src/browser.ts"]);
    expect(await status()).toBe("1 of 5 call sites");
    await enter("text", "const wide");
    expect(await seen()).toEqual(["src/a.ts:1:3", "src/deep/deep/"]);
    await enter("text", "in no file");
    expect(await seen()).toEqual([]);
    expect(await page.evaluate(`document.querySelector(".nothing").checkVisibility()`)).toBe(true);
  });

  it("filters by status and reason", async () => {
    await enter("status", "refused");
    expect(await seen()).toEqual(["src/browser.ts", "src/deep/deep/"]);
    await enter("status", "skipped");
    expect(await seen()).toEqual(["src/skipped.ts"]);
    await enter("status", "");
    await enter("reason", "runs-in-browser");
    expect(await seen()).toEqual(["src/browser.ts", "src/deep/deep/"]);
  });

  it("closes and opens all files", async () => {
    const open = () => page.evaluate<number>(`document.querySelectorAll("details[open]").length`);
    await page.evaluate(`document.querySelector("button[name=close]").click()`);
    expect([await open(), await seen()]).toEqual([0, []]);
    await page.evaluate(`document.querySelector("button[name=open]").click()`);
    expect([await open(), await seen()]).toEqual([5, all]);
  });

  it("is used with the keyboard", async () => {
    const focused = () =>
      page.evaluate<string>("document.activeElement.name ?? document.activeElement.localName");
    await page.press("/");
    expect(await focused()).toBe("text");
    await page.send("Input.insertText", { text: "browser.ts" });
    expect(await seen()).toEqual(["src/browser.ts"]);
    await page.press("Escape");
    expect(await seen()).toEqual(all);
    await page.evaluate(`document.querySelector("summary").focus()`);
    await page.press("Enter");
    expect(await page.evaluate(`document.querySelector("details").open`)).toBe(false);
  });

  it("shows changes side by side where there is room, and else one above the other", async () => {
    const places = () =>
      page.evaluate<{ old: number; fresh: number; sameTop: boolean; copies: number }>(
        `(() => { const old = document.querySelector("del").getBoundingClientRect(); const fresh = document.querySelector("ins").getBoundingClientRect();
        return { old: old.left, fresh: fresh.left, sameTop: old.top === fresh.top, copies: [...document.querySelectorAll(".copy")].filter((line) => line.checkVisibility()).length }; })()`,
      );
    const wide = await places();
    expect(wide.fresh).toBeGreaterThan(wide.old + 300);
    expect(wide).toMatchObject({ sameTop: true, copies: 1 });
    await page.resize(375);
    const narrow = await places();
    expect(narrow).toMatchObject({ fresh: narrow.old, sameTop: false, copies: 0 });
    await page.resize(1280);
  });

  it.each([320, 375, 768, 1280, 2560])("has no horizontal scroll at %i pixels", async (width) => {
    await page.resize(width);
    expect(await overflow()).toBe(0);
    await page.resize(1280);
  });

  it("is dark where the system is", async () => {
    const background = (scheme: string) =>
      page
        .send("Emulation.setEmulatedMedia", {
          features: [{ name: "prefers-color-scheme", value: scheme }],
        })
        .then(() => page.evaluate<string>("getComputedStyle(document.body).backgroundColor"));
    expect(await background("dark")).toBe("rgb(17, 21, 27)");
    expect(await background("light")).toBe("rgb(246, 247, 249)");
  });

  it("prints what is closed, and no filter", async () => {
    const pages = async () => {
      const { data } = await page.send<{ data: string }>("Page.printToPDF", {
        printBackground: true,
      });
      const pdf = Buffer.from(data, "base64");
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      return pdf.toString("latin1").match(/\/Type \/Page\b/gu)?.length;
    };
    const whenOpen = await pages();
    await page.evaluate(`document.querySelector("button[name=close]").click()`);
    expect(await pages()).toBe(whenOpen);
    expect(await page.evaluate(`document.querySelectorAll("details[open]").length`)).toBe(0);
    await page.send("Emulation.setEmulatedMedia", { media: "print" });
    expect(await page.evaluate(`document.querySelector("form.filter").checkVisibility()`)).toBe(
      false,
    );
    await page.send("Emulation.setEmulatedMedia", { media: "" });
  });

  it("runs nothing but its own script, asks for nothing, and has no errors", async () => {
    await page.evaluate(
      `(() => { const script = document.createElement("script"); script.textContent = "window.ran = true"; document.body.append(script); })()`,
    );
    expect(await page.evaluate("window.ran === undefined")).toBe(true);
    const [stopped, ...others] = page.problems;
    expect(stopped).toContain("Content Security Policy");
    expect(others).toEqual([]);
    expect(new Set(page.requests)).toEqual(new Set([new URL(`file://${file}`).href]));
  });
});
