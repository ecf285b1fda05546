import { syncNames } from "./names.js";

export function* counts(): Generator<number> {
  yield 0;
  const count = syncNames();
  yield count;
}
