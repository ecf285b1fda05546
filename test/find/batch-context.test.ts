import { describe } from "vitest";
import { batchContextCases } from "./batch-context.cases.js";
import { runCases } from "./run-cases.js";

describe("batch context", () => runCases(batchContextCases));
