import { expect, it } from "vitest";
import { evidenceTable, threshold } from "../../src/find/batch-evidence/batch-evidence.js";
import { readPage } from "./markdown.js";

const page = readPage("docs/rules/no-identify-in-batch-context.md");

it("the rule's page lists all signs of a batch, with their weights", () => {
  const listed = [...page.matchAll(/^\| `([a-z-]+)` +\| (-?\d+) +\|/gm)].map(
    ([, id, weight]) => `${id ?? ""} ${weight ?? ""}`,
  );
  const rows = Object.entries(evidenceTable).map(([id, { weight }]) => `${id} ${weight}`);
  expect(listed).toEqual(rows);
});

it("the rule's page names the sum that makes a batch", () => {
  expect(page).toContain(`add up to ${threshold} or more`);
});
