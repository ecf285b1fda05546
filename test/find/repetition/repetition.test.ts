import { describe } from "vitest";
import { repetitionCases } from "./repetition.cases.js";
import { runCases } from "../run-cases.js";

describe("repetition through functions", () => runCases(repetitionCases));
