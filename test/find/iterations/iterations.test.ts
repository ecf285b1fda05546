import { describe } from "vitest";
import { runCases } from "../run-cases.js";
import { iterationCases } from "./iterations.cases.js";

describe.each(Object.entries(iterationCases))("%s", (_id, { counts, ignores }) => {
  describe("counts", () => runCases(counts));
  describe("ignores", () => runCases(ignores));
});
