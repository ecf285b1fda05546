import { describe } from "vitest";
import { clientRequestCases } from "./client-request.cases.js";
import { runCases } from "../run-cases.js";

describe("requests by other clients", () => runCases(clientRequestCases));
