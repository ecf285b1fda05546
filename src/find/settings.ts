import * as v from "valibot";

const names = v.optional(v.array(v.pipe(v.string(), v.nonEmpty())), []);

const position = v.pipe(v.number(), v.integer(), v.minValue(0));

const wrapper = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty()),
  module: v.optional(v.pipe(v.string(), v.nonEmpty())),
  id: position,
  traits: v.optional(position),
});

const schema = v.strictObject({
  instances: names,
  modules: names,
  wrappers: v.optional(v.array(wrapper), []),
  batchPaths: names,
  baseUrls: names,
  checkTests: v.optional(v.boolean(), false),
  otherFiles: v.optional(v.boolean(), true),
});

/** A function or method that passes its arguments to identify. */
export interface Wrapper {
  name: string;
  /** The module, as imports spell it, that exports it; any function of that name where it is not given. */
  module?: string | undefined;
  /** Which argument says whom it identifies, counted from 0. */
  id: number;
  /** Which argument holds the traits. */
  traits?: number | undefined;
}

/**
 * What a project tells us about itself, in ESLint under `settings["halo-backfill"]`, for the command line in a file.
 */
export interface Settings {
  /** Names of variables that hold an SDK instance, besides those that data flow finds. */
  instances: readonly string[];
  /** Modules, as the imports spell them, whose exports are SDK instances. */
  modules: readonly string[];
  /** Functions that identify, which data flow cannot see into. */
  wrappers: readonly Wrapper[];
  /** Folder names that hold batch jobs, besides `scripts`, `jobs`, `cron` and the like. */
  batchPaths: readonly string[];
  /** What the route of identify may follow besides any `https://host`: the path of a proxy, say. */
  baseUrls: readonly string[];
  /** Whether test files are checked too. */
  checkTests: boolean;
  /** Whether the project's other files are read, to follow what a file imports. */
  otherFiles: boolean;
}

/** The settings of a project that says nothing. */
export const defaultSettings: Settings = v.getDefaults(schema);

const prefix = "halo-backfill settings: ";

/** Checks settings that came from outside; the message names the key at fault. */
export function parseSettings(
  value: unknown,
): { ok: true; settings: Settings } | { ok: false; message: string } {
  if (Array.isArray(value)) return { ok: false, message: `${prefix}must be an object, not a list` };
  const result = v.safeParse(schema, value ?? {});
  if (result.success) return { ok: true, settings: result.output };
  const [issue] = result.issues;
  const key = v.getDotPath(issue);
  if (issue.type === "strict_object" && issue.expected === "never") {
    const { entries } = key?.startsWith("wrappers.") === true ? wrapper : schema;
    const known = Object.keys(entries).join(", ");
    return { ok: false, message: `${prefix}there is no "${key ?? ""}"; known are ${known}` };
  }
  return { ok: false, message: `${prefix}${key ? `"${key}": ` : ""}${issue.message}` };
}
