import type { CheckReport } from "../check.js";
import type { CheckFormat, MigrateFormat } from "../command-line.js";
import type { MigrateReport } from "../migrate.js";
import type { UndoReport } from "../undo/undo.js";
import type { Printed, Styles } from "./printed.js";

/** Puts a report into words, or into what a program reads. */
export type Reporter<Report> = (report: Report, styles: Styles) => Printed;

/** The reporter of a format of `check`; only that one is loaded. */
export async function checkReporter(format: CheckFormat): Promise<Reporter<CheckReport>> {
  switch (format) {
    case "stylish":
      return (await import("./check-stylish.js")).reportStylish;
    case "json":
      return (await import("./check-json.js")).reportCheckJson;
    case "sarif":
      return (await import("./check-sarif.js")).reportSarif;
    case "github":
      return (await import("./check-github.js")).reportGithub;
  }
}

/** The reporter of a format of `migrate`. */
export async function migrateReporter(format: MigrateFormat): Promise<Reporter<MigrateReport>> {
  switch (format) {
    case "text":
      return (await import("./migrate-text.js")).reportText;
    case "json":
      return (await import("./migrate-json.js")).reportMigrateJson;
  }
}

/** The reporter of `migrate --undo` in a format of `migrate`. */
export async function undoReporter(format: MigrateFormat): Promise<Reporter<UndoReport>> {
  switch (format) {
    case "text":
      return (await import("./undo-text.js")).reportUndoText;
    case "json":
      return (await import("./undo-json.js")).reportUndoJson;
  }
}
