import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

/** The change as `git apply` takes it: `a/` and `b/` names, three lines of context. */
export function unifiedDiff(
  file: string,
  before: string | undefined,
  after: string | undefined,
): string {
  const to = after === undefined ? "/dev/null" : `b/${file}`;
  const from = before === undefined ? "/dev/null" : `a/${file}`;
  return createTwoFilesPatch(from, to, before ?? "", after ?? "", undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
