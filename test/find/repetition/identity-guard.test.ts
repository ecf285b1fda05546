import { describe } from "vitest";
import { identityGuardCases } from "./identity-guard.cases.js";
import { runCases } from "../run-cases.js";

describe("looking for one user", () => runCases(identityGuardCases));
