import { existsSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { parseCommandLine } from "../../src/cli/command-line.js";
import { defaultSettings } from "../../src/find/settings.js";
import { allPages, readPage, root } from "./markdown.js";

const readme = readPage("README.md");

/** The first cells of the rows of a table, by the table's first heading. */
function firstCells(heading: string): string[] {
  const [, table = ""] =
    new RegExp(`^\\| ${heading} +\\|.*\\n((?:\\|.*\\n)+)`, "m").exec(readme) ?? [];
  return table
    .split("\n")
    .slice(1, -1)
    .map((row) => row.split("|")[1]?.trim() ?? "");
}

describe("README.md", () => {
  it("lists every setting", () => {
    expect(firstCells("key").map((cell) => cell.replaceAll("`", ""))).toEqual(
      Object.keys(defaultSettings),
    );
  });

  it("lists every option of the command line, and no other", () => {
    const listed = firstCells("option").flatMap((cell) => cell.match(/--[a-z-]+/g) ?? []);
    const offered = ["check", "migrate"].flatMap((command) => {
      const help = parseCommandLine([command, "--help"], "0.0.0");
      const text = help.command === "answered" ? help.stdout : "";
      return [...text.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option);
    });
    expect(new Set(listed)).toEqual(new Set(offered.filter((option) => option !== "--help")));
  });
});

describe("links", () => {
  it.each(allPages())("of %s lead somewhere", (page) => {
    const targets = [...readPage(page).matchAll(/\]\((?!https:)([^)#]*)(?:#([^)]+))?\)/g)];
    const broken = targets.filter(([, path = "", anchor]) => {
      const target = path === "" ? page : posix.join(posix.dirname(page), path);
      if (!existsSync(root + target)) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});

/** As GitHub makes them of headings. */
function anchorsOf(page: string): string[] {
  return [...readPage(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}
