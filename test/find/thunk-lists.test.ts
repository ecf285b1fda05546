import { runCases } from "./run-cases.js";
import { thunkListCases } from "./thunk-lists.cases.js";

runCases(thunkListCases);
