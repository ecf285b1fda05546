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
import { CarriedDeclarations } from "./carried-declarations.js";
import { carriedEdits } from "./carried-edits.js";
import { type CertainFunction, certainFunction } from "./certain-function.js";
import { type InlinedCode, inlineCall, inlineReference, type Site } from "./inline-call.js";

/** What puts the identify of a function in the place of the call that a finding is about. */
export interface Inlining extends InlinedCode {
  finding: Finding;
}

/** How a finding's identify comes to stand where the finding is; or why it cannot. */
export function inliningOf(
  site: Site,
  finding: Finding,
  settings: Settings,
): Inlining | RefusalReason {
  const call = siteOf(finding);
  if (call.type !== AST_NODE_TYPES.CallExpression) return "through-function";
  const code = inlined(site, call, { settings, path: [] });
  return typeof code === "string" ? code : { ...code, finding };
}

interface Context {
  settings: Settings;
  /** The functions that led here: one that calls itself has no end. */
  path: readonly string[];
}

/** What is written for one call that leads to an identify through a function. */
function inlined(
  site: Site,
  call: TSESTree.CallExpression,
  context: Context,
): InlinedCode | RefusalReason {
  const { settings } = context;
  const { source, style } = site;
  for (const argument of call.arguments) {
    if (isFunction(argument)) continue;
    const fn = handedOver(source, argument);
    if (!fn || !wrapperSummary(fn, settings)) continue;
    const whole = expanded(fn, style, context);
    return typeof whole === "string" ? whole : inlineReference(site, argument, whole);
  }
  const fn = certainFunction(source, calleeOf(call));
  if (!fn) return "through-function";
  const whole = expanded(fn, style, context);
  return typeof whole === "string" ? whole : inlineCall(site, call, whole);
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
function expanded(
  fn: CertainFunction,
  style: FileStyle,
  context: Context,
): CertainFunction | RefusalReason {
  const { settings, path } = context;
  const { source, node } = fn;
  const key = `${source.path} ${node.range[0]}`;
  if (path.includes(key) || path.length >= maxDepth) return "through-function";
  const call = callThroughFunction(source, node, settings);
  if (!call) return fn;
  const site = { source, style, declarations: new CarriedDeclarations(source) };
  const code = inlined(site, call, { ...context, path: [...path, key] });
  if (typeof code === "string") return code;
  const edits = [...carriedEdits(source, code.carried, [], style), ...code.edits];
  const after = reparsed(source, edits);
  const [start] = node.range;
  // A method's `async` comes before its name, and another function's is its start.
  const text = new EditedText(source.text, edits);
  const keyword = code.edits.find(({ range }) => range[0] === start && range[1] === start);
  const moved = text.placeOf(start) - (keyword?.text.length ?? 0);
  const same = after && functionAt(after, moved);
  if (!after || !same) return "through-function";
  // Each round takes one call away; a body has as many as somebody wrote.
  return expanded({ ...fn, source: after, node: same }, style, {
    ...context,
    path: [...path, `${key}+`],
  });
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
