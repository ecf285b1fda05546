import { describe } from "vitest";
import { leavingCases } from "./leaving.cases.js";
import { runCases } from "../run-cases.js";

describe("leaving a loop", () => runCases(leavingCases));
