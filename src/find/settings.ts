import * as v from "valibot";

const names = v.optional(v.array(v.pipe(v.string(), v.nonEmpty())), []);

const schema = v.strictObject({
  instances: names,
  modules: names,
  batchPaths: names,
  checkTests: v.optional(v.boolean(), false),
});

/**
 * What a project tells us about itself, in ESLint under `settings["halo-backfill"]`, for the command line in a file.
 */
export interface Settings {
  /** Names of variables that hold an SDK instance, besides those that data flow finds. */
  instances: readonly string[];
  /** Modules, as the imports spell them, whose exports are SDK instances. */
  modules: readonly string[];
  /** Folder names that hold batch jobs, besides `scripts`, `jobs`, `cron` and the like. */
  batchPaths: readonly string[];
  /** Whether test files are checked too. */
  checkTests: boolean;
}

/** The settings of a project that says nothing. */
export const defaultSettings: Settings = v.getDefaults(schema) as Settings;

/** Checks settings that came from outside; the message names the key at fault. */
export function parseSettings(
  value: unknown,
): { ok: true; settings: Settings } | { ok: false; message: string } {
  const result = v.safeParse(schema, value ?? {});
  if (result.success) return { ok: true, settings: result.output };
  const issue = result.issues[0];
  const key = v.getDotPath(issue);
  return {
    ok: false,
    message: `halo-backfill settings: ${key ? `"${key}": ` : ""}${issue.message}`,
  };
}
