import type { CheckReport, FileFinding } from "../check.js";
import type { Failure } from "../../project/failure.js";
import type { Printed } from "./printed.js";

/** Workflow commands, which GitHub Actions shows as annotations in the changed files. */
export function reportGithub({ findings, failures }: CheckReport): Printed {
  const commands = [...findings.map(findingCommand), ...failures.map(failureCommand)];
  return { stdout: commands.map((command) => `${command}\n`).join(""), stderr: "" };
}

function findingCommand(finding: FileFinding): string {
  const { file, line, column, endLine, endColumn, rule, message, evidence } = finding;
  const properties = { file, line, col: column, endLine, endColumn, title: rule };
  return command(properties, `${message} (${evidence})`);
}

function failureCommand({ file, at, message }: Failure): string {
  const place = at ? { file, line: at.line, col: at.column } : { file };
  return command({ ...place, title: "halo-backfill" }, message);
}

function command(properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::error ${list.join(",")}::${escapeMessage(message)}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(value: string | number): string {
  return escapeMessage(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
