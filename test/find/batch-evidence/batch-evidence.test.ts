import { describe } from "vitest";
import { runCases } from "../run-cases.js";
import { batchEvidenceCases } from "./batch-evidence.cases.js";

describe.each(Object.entries(batchEvidenceCases))("%s", (_id, { applies, ignores }) => {
  describe("applies", () => runCases(applies));
  describe("ignores", () => runCases(ignores));
});
