import { relative } from "node:path";
import type { SourceFile } from "../source/source-file.js";

const testFile =
  /(^|[\\/])(__(fixtures|mocks|tests)__|tests?|test-?utils|specs?|e2e|cypress)[\\/]|[._-](bench|cy|spec|stories|test)\.[cm]?[jt]sx?$/;

/** Whether a file holds tests, or programs beside them that run for the developer alone: by its name, or a folder between it and the root. */
export function isTestFile({ root, path }: Pick<SourceFile, "path" | "root">): boolean {
  return testFile.test(relative(root, path));
}
