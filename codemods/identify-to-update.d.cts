/**
 * The jscodeshift transform, as it is published: one CommonJS file, which jscodeshift can load.
 *
 * @param options - `settings`: the object of ESLint's `settings["halo-backfill"]`, as such or as JSON
 * @returns the new text, or `undefined` where nothing changes
 */
declare function identifyToUpdate(
  file: { path: string; source: string },
  api: { report: (message: string) => void },
  options?: { settings?: unknown },
): string | undefined;

export = identifyToUpdate;
