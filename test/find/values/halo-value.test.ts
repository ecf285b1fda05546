import { describe } from "vitest";
import { haloValueCases } from "./halo-value.cases.js";
import { runCases } from "../run-cases.js";

describe("values of the SDK", () => runCases(haloValueCases));
