import { describe } from "vitest";
import { callbackTimingCases } from "./callback-timing.cases.js";
import { runCases } from "../run-cases.js";

describe("callbacks in a loop", () => runCases(callbackTimingCases));
