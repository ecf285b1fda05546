import { describe } from "vitest";
import { decoratedFunctionCases } from "./decorated-function.cases.js";
import { runCases } from "../run-cases.js";

describe("decorated functions", () => runCases(decoratedFunctionCases));
