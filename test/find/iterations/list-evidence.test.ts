import { describe } from "vitest";
import { runCases } from "../run-cases.js";
import { listEvidenceCases } from "./list-evidence.cases.js";

describe("what a callback is given to", () => runCases(listEvidenceCases));
