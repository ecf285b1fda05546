import { describe } from "vitest";
import { runCases } from "./run-cases.js";
import { sdkWaysCases, wrapperCases } from "./sdk-ways.cases.js";

describe("ways to identify by the SDK", () => runCases(sdkWaysCases));
describe("functions that the settings name", () => runCases(wrapperCases));
