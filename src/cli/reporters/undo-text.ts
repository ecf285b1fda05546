import type { UndoReport } from "../undo/undo.js";
import { coloredDiff } from "./colored-diff.js";
import { failuresText } from "./failures-text.js";
import { counted, type Printed, type Styles } from "./printed.js";

/** For people: one line a file and a summary, before them the diff in a dry run. */
export function reportUndoText(report: UndoReport, { out, err }: Styles): Printed {
  const { dryRun, files, failures } = report;
  const stderr = failuresText(failures, err);
  const diffs = dryRun ? files.map(({ diff }) => coloredDiff(diff, out)) : [];
  const would = dryRun ? "would be " : "";
  const lines = files.map(({ file, status }) => `${file}: ${out.green(`${would}${status}`)}\n`);
  const parts = [diffs.join(""), lines.join(""), `${summary(report)}\n`];
  return { stdout: parts.filter((part) => part !== "").join("\n"), stderr };
}

function summary({ dryRun, files, failures }: UndoReport): string {
  const left = failures.length > 0 ? `, ${failures.length} left alone` : "";
  if (files.length === 0) return `Nothing to undo${left}.`;
  return dryRun
    ? `Dry run, nothing was written: the last run would be undone in ${counted(files.length, "file")}${left}.`
    : `The last run is undone in ${counted(files.length, "file")}${left}.`;
}
