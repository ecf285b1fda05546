import { resolve } from "node:path";
import { migrateFile } from "../src/engine.js";
import { parseSettings } from "../src/find/settings.js";
import type { RewriteTarget } from "../src/rewrite/rewrite-target.js";
import { refusals } from "../src/rewrite/refusals.js";

/** What jscodeshift hands over of a file. */
interface FileInfo {
  path: string;
  source: string;
}

/** What the transform uses of jscodeshift's API. */
interface TransformApi {
  report: (message: string) => void;
}

/** Options on jscodeshift's command line. */
interface TransformOptions {
  /** The object of `settings["halo-backfill"]`, as such or as JSON. */
  settings?: unknown;
  /** `csv` to write a file for Halo's CSV import instead of sending updates. */
  target?: unknown;
  /** Whether to create users that Halo does not know. */
  import?: unknown;
}

const byteOrderMark = "\uFEFF";

/**
 * A jscodeshift transform that applies the same edits as `halo-backfill migrate`. It uses neither of jscodeshift's
 * parser and printer: what is not rewritten keeps every byte. Call sites that are refused are reported.
 *
 * @returns the new text, or `undefined` where nothing changes
 * @throws Error when the file is no program or the settings are wrong; jscodeshift counts it as an error of the file
 */
export default function identifyToUpdate(
  file: FileInfo,
  api: TransformApi,
  options: TransformOptions = {},
): string | undefined {
  const settings = parseSettings(fromCommandLine(options.settings));
  if (!settings.ok) throw new Error(settings.message);
  const mark = file.source.startsWith(byteOrderMark) ? byteOrderMark : "";
  const text = file.source.slice(mark.length);
  const result = migrateFile(resolve(file.path), text, {
    settings: settings.settings,
    target: targetOf(options),
  });
  if (result.kind === "unparsable") {
    throw new Error(`${result.line}:${result.column}: ${result.message}`);
  }
  // jscodeshift puts the path in front of what is reported and thrown.
  for (const site of result.sites) {
    const place = `${site.line}:${site.column}`;
    if (site.status === "rewritten") {
      for (const note of site.notes) api.report(`${place}: ${note}`);
      continue;
    }
    const { what, advice } = refusals[site.reason];
    api.report(`${place}: not rewritten: ${what}. ${advice}`);
  }
  return result.output === text ? undefined : mark + result.output;
}

function targetOf({ target = "update", import: isImport }: TransformOptions): RewriteTarget {
  if (target !== "csv" && target !== "update") throw new Error("--target is csv or update.");
  if (isImport === undefined || isImport === false) return target;
  if (target === "csv") throw new Error("--import and --target=csv exclude each other.");
  return "import";
}

function fromCommandLine(settings: unknown): unknown {
  return typeof settings === "string" ? JSON.parse(settings) : settings;
}
