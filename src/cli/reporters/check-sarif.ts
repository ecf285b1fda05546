import type { FindingRule } from "../../engine.js";
import type { CheckReport, FileFinding } from "../check.js";
import type { Failure, Position } from "../../project/failure.js";
import type { Printed } from "./printed.js";

const ruleDescriptions = {
  "halo-backfill/no-identify-in-loop": "identify() that runs once per existing user",
  "halo-backfill/no-identify-in-batch-context": "identify() in code that runs as a batch job",
} as const satisfies Record<FindingRule, string>;

/** SARIF 2.1.0, which GitHub code scanning and other viewers read. */
export function reportSarif({ findings, failures }: CheckReport): Printed {
  const run = {
    tool: {
      driver: { name: "halo-backfill", rules: Object.entries(ruleDescriptions).map(ruleObject) },
    },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: failures.length === 0,
        toolExecutionNotifications: failures.map(notification),
      },
    ],
    results: findings.map(result),
  };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [run],
  };
  return { stdout: `${JSON.stringify(log, undefined, 2)}\n`, stderr: "" };
}

function ruleObject([id, text]: [string, string]): object {
  return { id, shortDescription: { text }, defaultConfiguration: { level: "error" } };
}

function result(finding: FileFinding): object {
  const { file, line, column, endLine, endColumn, rule, message, evidence, reach, rewrite } =
    finding;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return {
    ruleId: rule,
    ruleIndex: Object.keys(ruleDescriptions).indexOf(rule),
    level: "error",
    message: { text: `${message} (${evidence})` },
    locations: [location(file, region)],
    properties: { evidence, reach, rewrite },
  };
}

function notification({ file, at, message }: Failure): object {
  return { level: "error", message: { text: message }, locations: [location(file, regionAt(at))] };
}

function regionAt(at: Position | undefined): object | undefined {
  return at && { startLine: at.line, startColumn: at.column };
}

function location(file: string, region: object | undefined): object {
  const artifactLocation = { uri: file.split("/").map(encodeURIComponent).join("/") };
  return { physicalLocation: { artifactLocation, ...(region && { region }) } };
}
