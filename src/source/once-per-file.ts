import type { TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "./source-file.js";

/** Makes a function that looks at each file once, and remembers what it saw. What it sees must lie in that file alone. */
export function oncePerFile<T>(look: (source: SourceFile) => T): (source: SourceFile) => T {
  const known = new WeakMap<TSESTree.Program, { seen: T }>();
  return (source) => {
    let entry = known.get(source.ast);
    if (!entry) known.set(source.ast, (entry = { seen: look(source) }));
    return entry.seen;
  };
}
