import type { ReportedFinding } from "../engine.js";
import type { EngineAccess } from "./engine-access.js";
import { exitCode, type ExitCode } from "./exit-code.js";
import type { Failure } from "../project/failure.js";
import type { Listing } from "../project/list-sources.js";
import type { Progress } from "./progress.js";
import { scanSources } from "./scan-sources.js";

/** A finding and its file, as reports show it. */
export interface FileFinding extends ReportedFinding {
  file: string;
}

/** What `check` found, before a reporter puts it into words. */
export interface CheckReport {
  filesScanned: number;
  filesParsed: number;
  findings: FileFinding[];
  failures: Failure[];
}

/** Looks for findings in all listed files and changes nothing. */
export async function check(
  listing: Listing,
  access: EngineAccess,
  progress: Progress,
): Promise<CheckReport> {
  const { filesScanned, filesParsed, scanned, failures } = await scanSources(
    listing,
    access,
    progress,
    (engine, path, text) => engine.checkFile(path, text),
  );
  const findings = scanned.flatMap(({ source, answer }) =>
    answer.findings.map((finding) => ({ ...finding, file: source.file })),
  );
  return { filesScanned, filesParsed, findings, failures };
}

/** The exit code for a report; work that could not be done outweighs findings. */
export function checkExitCode({ findings, failures }: CheckReport): ExitCode {
  if (failures.length > 0) return exitCode.failed;
  return findings.length > 0 ? exitCode.attention : exitCode.done;
}
