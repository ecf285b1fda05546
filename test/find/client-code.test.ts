import { describe } from "vitest";
import { clientCodeCases } from "./client-code.cases.js";
import { runCases } from "./run-cases.js";

describe("client code", () => runCases(clientCodeCases));
