import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { longestSource } from "../../source/modules.js";
import type { SourceFile } from "../../source/source-file.js";
import { descendants, isWithin } from "../../source/syntax.js";
import type { Given } from "../tracing/traced.js";
import { givenTo } from "../tracing/tracer.js";
import { functionsRunBy } from "./called-function.js";

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** A call of a file that is of some kind, or that leads to one of that kind through functions of the project. */
export interface ReachedCall<T> {
  /** The call in the file that is looked at. */
  site: Call;
  /** What the call is that is of the kind, and the file that it stands in. */
  reached: T;
  source: SourceFile;
  /** What the parameters around it stand for; `undefined` where it is the site itself. */
  given: Given | undefined;
}

/** The kind of calls that are looked for. */
export interface CallKind<T> {
  /** What a call is; `undefined` where it is not of the kind. */
  read: (source: SourceFile, call: Call) => T | undefined;
  /** Whether a file's text can hold one; other files are not followed into. */
  mayHold: (text: string) => boolean;
}

/** The calls of a file that are of a kind or lead to one, in the order of the source. */
export function reachedCalls<T>(source: SourceFile, wanted: CallKind<T>): ReachedCall<T>[] {
  if (!wanted.mayHold(source.text)) return [];
  const kind = { ...wanted, mayHold: onceForEach(wanted.mayHold) };
  return callsIn(source.ast).flatMap((site): ReachedCall<T>[] => {
    const reached = kind.read(source, site);
    if (reached) return [{ site, reached, source, given: undefined }];
    return throughFunctions(source, site, new Map(), kind, new Set()).map((found) => ({
      ...found,
      site,
    }));
  });
}

/** A large file is asked about for each of its functions. */
function onceForEach(mayHold: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    let answer = known.get(text);
    if (answer === undefined) {
      // In bundles functions are not followed.
      answer = text.length <= longestSource && mayHold(text);
      known.set(text, answer);
    }
    return answer;
  };
}

function callsIn(node: TSESTree.Node): Call[] {
  return [...descendants(node)].filter(
    (each) =>
      each.type === AST_NODE_TYPES.CallExpression || each.type === AST_NODE_TYPES.NewExpression,
  );
}

function throughFunctions<T>(
  source: SourceFile,
  call: Call,
  given: Given,
  kind: CallKind<T>,
  seen: ReadonlySet<TSESTree.Node>,
): Omit<ReachedCall<T>, "site">[] {
  for (const fn of functionsRunBy(source, call)) {
    if (seen.has(fn.node) || !kind.mayHold(fn.source.text)) continue;
    // A function that calls itself, or is called where it stands, says nothing that its body does not.
    const isHere = fn.source.ast === source.ast;
    if (isHere && (isWithin(call, fn.node) || isWithin(fn.node, call))) continue;
    const inner = givenTo(fn.node, call, { source, given });
    const within = new Set([...seen, fn.node]);
    const found = callsIn(fn.node.body).flatMap((each): Omit<ReachedCall<T>, "site">[] => {
      const reached = kind.read(fn.source, each);
      if (reached) return [{ reached, source: fn.source, given: inner }];
      return throughFunctions(fn.source, each, inner, kind, within);
    });
    if (found.length > 0) return found;
  }
  return [];
}
