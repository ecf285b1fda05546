import { describe } from "vitest";
import { staticTextCases } from "./static-text.cases.js";
import { runCases } from "../run-cases.js";

describe("URLs", () => runCases(staticTextCases));
