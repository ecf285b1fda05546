import { describe } from "vitest";
import { variationCases } from "./variation.cases.js";
import { runCases } from "../run-cases.js";

describe("variation", () => runCases(variationCases));
