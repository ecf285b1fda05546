import { writeFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { unifiedDiff } from "../../src/cli/unified-diff.js";
import { commitAll, git, tempProject } from "./temp-project.js";

describe("unifiedDiff", () => {
  it("shows three lines around a change", () => {
    const before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    expect(unifiedDiff("src/a.ts", before, before.replace("5", "five"))).toBe(
      "--- a/src/a.ts\n+++ b/src/a.ts\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n",
    );
  });

  it.each([
    ["LF", "a\nb\nc\n", "a\nB\nB\nc\n"],
    ["CRLF", "a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\n"],
    ["no newline at the end", "a\nb", "a\nB"],
    ["a byte order mark", "\uFEFFa\nb\n", "\uFEFFA\nb\n"],
  ])("is a patch that git applies to text with %s", (_name, before, after) => {
    const root = tempProject({ "src/a b.ts": before });
    commitAll(root);
    writeFileSync(join(root, "change.patch"), unifiedDiff("src/a b.ts", before, after));
    git(root, "apply", "change.patch");
    expect(readFileSync(join(root, "src/a b.ts"), "utf8")).toBe(after);
  });
});
