import { describe } from "vitest";
import { runCases } from "../run-cases.js";
import { thunkListCases } from "./thunk-lists.cases.js";

describe("lists of functions", () => runCases(thunkListCases));
