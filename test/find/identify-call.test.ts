import { describe } from "vitest";
import { identifyCallCases } from "./identify-call.cases.js";
import { runCases } from "./run-cases.js";

describe("calls of the route", () => runCases(identifyCallCases));
