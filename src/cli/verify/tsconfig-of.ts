import { existsSync } from "node:fs";
import { ts } from "ts-morph";

/**
 * The configurations under which TypeScript may check a file, the likeliest first. A `tsconfig.json` often only refers
 * to others (`tsconfig.app.json`, `tsconfig.node.json`) that hold the files.
 */
export function tsconfigsFor(path: string, tsconfig: string): string[] {
  const seen = new Set<string>();
  const naming: string[] = [];
  const visit = (config: string): void => {
    if (seen.has(config) || !existsSync(config)) return;
    seen.add(config);
    const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
    const parsed = ts.getParsedCommandLineOfConfigFile(config, {}, host);
    if (parsed?.fileNames.includes(slashed(path))) naming.push(config);
    for (const reference of parsed?.projectReferences ?? []) {
      visit(ts.resolveProjectReferencePath(reference));
    }
  };
  visit(tsconfig);
  // Files that a configuration does not name may still be imported by those it does.
  return naming.includes(tsconfig) ? naming : [...naming, tsconfig];
}

/** TypeScript writes paths with `/` on every system. */
export function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}
