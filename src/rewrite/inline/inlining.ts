import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { type Finding, siteOf } from "../../find/find.js";
import { identifyCall } from "../../find/identify-call.js";
import { wrapperSummary } from "../../find/repetition/wrapper-call.js";
import type { Settings } from "../../find/settings.js";
import { haloValues } from "../../find/values/halo-value.js";
import { EditedText } from "../../source/edited-text.js";
import { parse } from "../../source/parse.js";
import type { SourceFile } from "../../source/source-file.js";
import { calleeOf, descendants, type FunctionNode, isFunction } from "../../source/syntax.js";
import { applyEdits, type TextEdit } from "../../source/text-edit.js";
import type { RefusalReason } from "../refusals.js";
import type { FileStyle } from "../style.js";
import { type CertainFunction, certainFunction } from "./certain-function.js";
import { inlineCall, inlineReference } from "./inline-call.js";

/** What puts the identify of a function in the place of the call that a finding is about. */
export interface Inlining {
  finding: Finding;
  edits: readonly TextEdit[];
}

/** How a finding's identify comes to stand where the finding is; or why it cannot. */
export function inliningOf(
  source: SourceFile,
  finding: Finding,
  settings: Settings,
  style: FileStyle,
): Inlining | RefusalReason {
  const call = siteOf(finding);
  if (call.type !== AST_NODE_TYPES.CallExpression) return "through-function";
  const edits = inlined(source, call, { settings, style, path: [] });
  return typeof edits === "string" ? edits : { finding, edits };
}

interface Context {
  settings: Settings;
  style: FileStyle;
  /** The functions that led here: one that calls itself has no end. */
  path: readonly string[];
}

/** The edits for one call that leads to an identify through a function. */
function inlined(
  source: SourceFile,
  call: TSESTree.CallExpression,
  context: Context,
): RefusalReason | TextEdit[] {
  const { settings, style } = context;
  for (const argument of call.arguments) {
    if (isFunction(argument)) continue;
    const fn = handedOver(source, argument);
    if (!fn || !wrapperSummary(fn, settings)) continue;
    const whole = expanded(fn, context);
    return typeof whole === "string" ? whole : inlineReference(source, argument, whole, style);
  }
  const fn = certainFunction(source, calleeOf(call));
  if (!fn) return "through-function";
  const whole = expanded(fn, context);
  return typeof whole === "string" ? whole : inlineCall(source, call, whole, style);
}

/** A function that is handed over; a method loses its `this` on the way, if it is not bound. */
function handedOver(source: SourceFile, argument: TSESTree.Node): CertainFunction | undefined {
  const fn = certainFunction(source, argument);
  const loses =
    argument.type === AST_NODE_TYPES.MemberExpression &&
    fn?.node.type !== AST_NODE_TYPES.ArrowFunctionExpression;
  return fn && loses ? { ...fn, receiver: undefined } : fn;
}

// Chains of functions are as long as somebody wrote them; this ends what no person wrote.
const maxDepth = 8;

/** A function whose own calls of functions that identify are replaced by what those do. */
function expanded(fn: CertainFunction, context: Context): CertainFunction | RefusalReason {
  const { settings, path } = context;
  const { source, node } = fn;
  const key = `${source.path} ${node.range[0]}`;
  if (path.includes(key) || path.length >= maxDepth) return "through-function";
  const call = callThroughFunction(source, node, settings);
  if (!call) return fn;
  const edits = inlined(source, call, { ...context, path: [...path, key] });
  if (typeof edits === "string") return edits;
  const after = reparsed(source, edits);
  const [start] = node.range;
  // A method's `async` comes before its name, and another function's is its start.
  const moved = new EditedText(source.text, edits).placeOf(start);
  const same = after && (functionAt(after, moved) ?? functionAt(after, start));
  if (!after || !same) return "through-function";
  // Each round takes one call away; a body has as many as somebody wrote.
  return expanded({ ...fn, source: after, node: same }, { ...context, path: [...path, `${key}+`] });
}

/** The first call in a function that identifies, though not by itself. */
function callThroughFunction(
  source: SourceFile,
  fn: FunctionNode,
  settings: Settings,
): TSESTree.CallExpression | undefined {
  const values = haloValues(source, settings);
  for (const node of descendants(fn.body)) {
    if (node.type !== AST_NODE_TYPES.CallExpression) continue;
    const identify = identifyCall(source, values, node, settings);
    const isOwn = identify?.reach === "rest" && identify.client === "own";
    if (identify && identify.reach !== "wrapper" && !isOwn) continue;
    const called = certainFunction(source, calleeOf(node));
    if (isOwn || (called && wrapperSummary(called, settings))) return node;
  }
  return undefined;
}

function functionAt(source: SourceFile, offset: number): FunctionNode | undefined {
  for (const node of descendants(
    source.ast,
    ({ range }) => range[0] <= offset && offset < range[1],
  )) {
    if (isFunction(node) && node.range[0] === offset) return node;
  }
  return undefined;
}

/** A file after edits; `undefined` where it is no program then. */
export function reparsed(source: SourceFile, edits: readonly TextEdit[]): SourceFile | undefined {
  const parsed = parse(source.path, applyEdits(source.text, edits), source.root);
  if (!("ast" in parsed)) return undefined;
  const { modules, launchers } = source;
  return { ...parsed, modules, launchers };
}
