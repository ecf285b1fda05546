import { resolve } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { displayPath } from "../../project/display-path.js";
import type { Failure } from "../../project/failure.js";
import { fileSystemMessage } from "../../project/file-system-message.js";
import type { MigrateReport } from "../migrate.js";

/** Writes a report to each of these files, in the form that its name asks for; gives those that cannot be written. */
export async function writeReports(
  files: readonly string[],
  report: MigrateReport,
  cwd: string,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const file of files) {
    const path = resolve(cwd, file);
    const text = await reportFor(file, report);
    try {
      await writeFileAtomic(path, text);
    } catch (error) {
      const message = `report cannot be written: ${fileSystemMessage(error)}`;
      failures.push({ file: displayPath(path, cwd), message });
    }
  }
  return failures;
}

async function reportFor(file: string, report: MigrateReport): Promise<string> {
  if (file.endsWith(".html")) return (await import("./html-report.js")).htmlReport(report);
  return (await import("./markdown-report.js")).markdownReport(report);
}
