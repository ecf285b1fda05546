import type { CheckReport, FileFinding } from "../check.js";
import { positionedMessage } from "../../project/failure.js";
import type { Printed } from "./printed.js";

/** The object that other tools read; its shape changes only together with `version`. */
export function reportCheckJson(report: CheckReport): Printed {
  const document = {
    version: 1,
    filesScanned: report.filesScanned,
    filesParsed: report.filesParsed,
    findings: report.findings.map(findingObject),
    errors: report.failures.map((failure) => ({
      file: failure.file,
      message: positionedMessage(failure),
    })),
  };
  return { stdout: `${JSON.stringify(document, undefined, 2)}\n`, stderr: "" };
}

function findingObject({ rewrite, ...finding }: FileFinding): object {
  const { file, line, column, endLine, endColumn, rule, message, evidence, reach } = finding;
  const outcome =
    rewrite.strategy === "refuse"
      ? { strategy: rewrite.strategy, reason: rewrite.reason }
      : { strategy: rewrite.strategy };
  const position = { file, line, column, endLine, endColumn };
  return { ...position, rule, message, evidence, reach, rewrite: outcome };
}
