import { relative } from "node:path";
import type { SourceFile } from "../source/source-file.js";

const testFile =
  /(^|[\\/])(__tests__|__mocks__|tests?|specs?|e2e|cypress)[\\/]|[.-](test|spec|cy)\.[cm]?[jt]sx?$/;

/** Whether a file holds tests: by its name, or a folder between it and the root. */
export function isTestFile({ root, path }: Pick<SourceFile, "path" | "root">): boolean {
  return testFile.test(relative(root, path));
}
