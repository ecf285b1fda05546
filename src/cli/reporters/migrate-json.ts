import type { MigratedSite } from "../../engine.js";
import { positionedMessage } from "../../project/failure.js";
import type { MigrateReport } from "../migrate.js";
import { blockedLine } from "./migrate-text.js";
import type { Printed, Styles } from "./printed.js";

/** The object that other tools read; its shape changes only together with `version`. */
export function reportMigrateJson(report: MigrateReport, { err }: Styles): Printed {
  const files = report.files.map(({ file, status, sites, diff }) => ({
    file,
    status,
    sites: sites.map(siteObject),
    diff,
  }));
  const { failures, blocked } = report;
  const errors = failures.map((failure) => errorObject(failure.file, positionedMessage(failure)));
  const unwritten = (blocked?.files ?? []).map((file) =>
    errorObject(file, `not rewritten: ${blocked?.reason}`),
  );
  const document = { version: 1, files: [...files, ...errors, ...unwritten] };
  return {
    stdout: `${JSON.stringify(document, undefined, 2)}\n`,
    stderr: blocked ? blockedLine(blocked.reason, err) : "",
  };
}

function errorObject(file: string, message: string): object {
  return { file, status: "error", sites: [], diff: "", message };
}

function siteObject(site: MigratedSite): object {
  const { line, status } = site;
  if (site.status === "refused") {
    const { reason, advice, script } = site;
    return { line, status, reason, advice, script };
  }
  const { strategy, notes } = site;
  return { line, status, strategy, ...(notes.length > 0 && { notes }) };
}
