import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { descendants, isWithin, staticName } from "../../source/syntax.js";
import type { TextEdit } from "../../source/text-edit.js";
import { endOfLine, startWithComments } from "../insertion-points.js";
import { bindingRemovals, overlap } from "../unused-bindings.js";

/**
 * The edits that take away what only the calls read that something was inlined for: functions, private methods, imports.
 *
 * @param names - the names that the code in their place reads
 */
export function unusedAfterInlining(
  source: SourceFile,
  inlined: readonly TextEdit[],
  names: ReadonlySet<string>,
): TextEdit[] {
  const removed = inlined.map(({ range }) => range);
  const methods = unusedMethods(source, removed, names);
  const bindings = bindingRemovals(source, {
    removed: [...removed, ...methods.map(({ range }) => range)],
    kept: [],
    names,
    isWrapper: () => true,
  });
  const edits = [...methods, ...bindings];
  return apart(edits, inlined);
}

/** Those of some edits that can be made beside others and each other: an unused name is better than two edits of one place. */
function apart(edits: readonly TextEdit[], others: readonly TextEdit[]): TextEdit[] {
  const made: TextEdit[] = [];
  for (const edit of edits) {
    const isFree = ![...others, ...made].some(({ range }) => overlap(edit.range, range));
    if (isFree) made.push(edit);
  }
  return made;
}

/** Private methods that nothing calls any more. */
function unusedMethods(
  source: SourceFile,
  removed: readonly (readonly [number, number])[],
  names: ReadonlySet<string>,
): TextEdit[] {
  const nodes = [...descendants(source.ast)];
  const edits = new Map<TSESTree.Node, TextEdit>();
  // A method that goes may have been the last to call another one.
  for (let before = -1; before !== edits.size;) {
    before = edits.size;
    const gone = [...removed, ...[...edits.values()].map(({ range }) => range)];
    for (const method of nodes) {
      if (edits.has(method) || method.type !== AST_NODE_TYPES.MethodDefinition) continue;
      const name = staticName(method);
      if (name === undefined || !isPrivate(method, name) || names.has(name.replace("#", "")))
        continue;
      const reads = nodes.filter(
        (node) => node.type === AST_NODE_TYPES.MemberExpression && staticName(node) === name,
      );
      const isUnread = reads.every((node) => gone.some((range) => isWithin(node, { range })));
      if (reads.length > 0 && isUnread) edits.set(method, methodRemoval(source, method));
    }
  }
  return [...edits.values()];
}

function isPrivate({ accessibility, kind }: TSESTree.MethodDefinition, name: string): boolean {
  return kind === "method" && (accessibility === "private" || name.startsWith("#"));
}

/** Takes away a method with the comments on it, and the blank line before. */
function methodRemoval(source: SourceFile, method: TSESTree.MethodDefinition): TextEdit {
  const { text } = source;
  const start = startWithComments(source, method);
  const before = text.slice(0, start);
  const blank = /\r?\n[ \t]*\r?\n[ \t]*$/.exec(before) ?? /\r?\n[ \t]*$/.exec(before);
  return {
    range: [start - (blank?.[0].length ?? 0), endOfLine(source, method.range[1])],
    text: "",
  };
}
