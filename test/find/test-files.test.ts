import { describe } from "vitest";
import { testFilesCases } from "./test-files.cases.js";
import { runCases } from "./run-cases.js";

describe("test files", () => runCases(testFilesCases));
