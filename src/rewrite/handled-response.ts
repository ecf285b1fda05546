import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import {
  ancestors,
  calleeName,
  calleeOf,
  isFunction,
  isWithin,
  staticName,
  unwrap,
} from "../source/syntax.js";
import { httpClient } from "../find/requests/http-client.js";
import { isDiscarded } from "./call-position.js";
import { isLog } from "./log-call.js";
import { isPause } from "./pause.js";
import { type ResponseOutcome, responseOutcome } from "./response-outcome.js";
import {
  meansFailure,
  meansSuccess,
  type NamedResponse,
  partOf,
  readsResponse,
} from "./response-test.js";

type Range = readonly [number, number];

/**
 * What code may do with a response so that every batch's response is handled alike: it throws where the request
 * failed, waits where Halo asks it to, and reads the body for nothing. A row says whether a statement is that.
 */
const handlings: readonly ((response: NamedResponse, statement: TSESTree.Node) => boolean)[] = [
  throwsOnFailure,
  assertsSuccess,
  drainsBody,
  waitsOnFailure,
];

/** The statements that a request and its response take up. */
export interface HandledResponse {
  range: Range;
  /** What they note of how it was answered. */
  outcome?: ResponseOutcome | undefined;
}

/**
 * The statements from the one that makes a request to the last that looks at its response; `undefined` where another
 * place looks at it too, or one of them does more than can be done with every batch's response.
 *
 * @param request - the request with its `await`
 */
export function handledResponse(
  source: SourceFile,
  request: TSESTree.Node,
): HandledResponse | undefined {
  const declarator = request.parent;
  if (declarator?.type !== AST_NODE_TYPES.VariableDeclarator)
    return handledInPlace(source, request);
  const declaration = declarator.parent;
  const part = givesContent(source, request) ? "content" : "";
  const named = declaration.declarations.length === 1 && namesIn(source, declarator.id, part);
  if (!named) return undefined;
  const names = new Map(named);
  const response: NamedResponse = { source, names, itself: undefined };
  const { parent } = declaration;
  const list =
    parent.type === AST_NODE_TYPES.BlockStatement || parent.type === AST_NODE_TYPES.Program
      ? parent.body
      : [];
  const rest = list.slice(list.findIndex((each) => each === declaration) + 1);
  let last: TSESTree.Node = declaration;
  let noted: ReturnType<typeof responseOutcome>;
  for (const [index, statement] of rest.entries()) {
    const read = bodyRead(response, statement);
    if (read || isHandling(response, statement) || returnsRead(response, statement)) {
      for (const [name, part] of read ?? []) names.set(name, part);
      last = statement;
      continue;
    }
    noted = responseOutcome(response, statement, rest.slice(index + 1));
    if (noted) last = noted.last;
    break;
  }
  const range: Range = [declaration.range[0], last.range[1]];
  const areRead = [...names.keys()].every(({ references }) =>
    references.every(({ identifier }) => isWithin(identifier, { range })),
  );
  return areRead ? { range, outcome: noted?.outcome } : undefined;
}

/** `if (!(await fetch(…)).ok) throw …;`. */
function handledInPlace(source: SourceFile, request: TSESTree.Node): HandledResponse | undefined {
  if (request.type !== AST_NODE_TYPES.AwaitExpression || givesContent(source, request))
    return undefined;
  const response: NamedResponse = { source, names: new Map(), itself: unwrap(request) };
  const statement = [...ancestors(request)].find(({ type }) => type.endsWith("Statement"));
  const isInTest =
    statement?.type === AST_NODE_TYPES.IfStatement && isWithin(request, statement.test);
  return isInTest && throwsOnFailure(response, statement) ? { range: statement.range } : undefined;
}

/**
 * The call that goes with a request: `.then((response) => { if (!response.ok) throw … })`, and `.json()` of
 * `(await fetch(…)).json()`.
 */
export function handlingCall(
  source: SourceFile,
  request: TSESTree.Node,
): TSESTree.CallExpression | undefined {
  const member = request.parent;
  if (member?.type !== AST_NODE_TYPES.MemberExpression || member.object !== request)
    return undefined;
  const call = member.parent;
  if (call.type !== AST_NODE_TYPES.CallExpression || call.callee !== member) return undefined;
  if (givesContent(source, request)) return undefined;
  const response: NamedResponse = { source, names: new Map(), itself: unwrap(request) };
  if (request.type === AST_NODE_TYPES.AwaitExpression)
    return isBodyRead(response, call) ? call : undefined;
  const [handler, another] = call.arguments;
  const isHandled = staticName(member) === "then" && handler && !another;
  return isHandled && isHandler(source, handler) ? call : undefined;
}

/** Whether a function handles the response that it is given: `(response) => { if (!response.ok) throw … }`. */
function isHandler(source: SourceFile, fn: TSESTree.Node): boolean {
  if (!isFunction(fn) || fn.generator || fn.params.length > 1) return false;
  const [parameter] = fn.params;
  const names = parameter ? namesIn(source, parameter, "") : new Map<Variable, string>();
  if (!names) return false;
  const response: NamedResponse = { source, names, itself: undefined };
  if (fn.body.type !== AST_NODE_TYPES.BlockStatement) return isRead(response, fn.body);
  return fn.body.body.every(
    (statement) =>
      isHandling(response, statement) ||
      (statement.type === AST_NODE_TYPES.ReturnStatement &&
        (!statement.argument || isRead(response, statement.argument))),
  );
}

/** `response`, `response.data`, `response.json()`. */
function isRead(response: NamedResponse, expression: TSESTree.Node): boolean {
  return partOf(response, expression) !== undefined || isBodyRead(response, expression);
}

/** Whether a request gives what Halo says, and not a response: `got.post(…).json()`, `$fetch(…)`, `fetch(…).then(…)`. */
function givesContent(source: SourceFile, request: TSESTree.Node): boolean {
  const node = unwrap(request);
  if (node.type === AST_NODE_TYPES.AwaitExpression) return givesContent(source, node.argument);
  if (node.type !== AST_NODE_TYPES.CallExpression) return false;
  if (/^(json|text|then)$/.test(calleeName(node) ?? "")) return true;
  const client = httpClient(source, calleeOf(node));
  return client?.name === "ofetch" && client.path.length === 0;
}

/** The names in `response`, `{ statusCode, body: { text } }`, each with the field that it holds. */
export function namesIn(
  source: SourceFile,
  pattern: TSESTree.Node,
  part: string,
): ReadonlyMap<Variable, string> | undefined {
  if (pattern.type === AST_NODE_TYPES.Identifier) {
    const variable = bindingOf(source, pattern);
    return variable && new Map([[variable, part]]);
  }
  if (pattern.type !== AST_NODE_TYPES.ObjectPattern) return undefined;
  const names = new Map<Variable, string>();
  for (const property of pattern.properties) {
    const isField = property.type === AST_NODE_TYPES.Property && !property.computed;
    const inner = isField && namesIn(source, property.value, fieldOf(part, property));
    if (!inner) return undefined;
    for (const [name, field] of inner) names.set(name, field);
  }
  return names;
}

function fieldOf(part: string, property: TSESTree.Property): string {
  return `${part && `${part}.`}${staticName(property) ?? ""}`;
}

/** Whether a statement does with a response no more than is done with that of every batch. */
export function isHandling(response: NamedResponse, statement: TSESTree.Node): boolean {
  return (
    readsResponse(response, statement) && handlings.some((matches) => matches(response, statement))
  );
}

/** `if (!response.ok) throw new Error(await response.text());`, with what is logged and read before. */
function throwsOnFailure(response: NamedResponse, statement: TSESTree.Node): boolean {
  if (statement.type !== AST_NODE_TYPES.IfStatement || statement.alternate) return false;
  const { test, consequent } = statement;
  const body = consequent.type === AST_NODE_TYPES.BlockStatement ? consequent.body : [consequent];
  const before = body.slice(0, -1);
  return (
    meansFailure(response, test) &&
    body.at(-1)?.type === AST_NODE_TYPES.ThrowStatement &&
    before.every((each) => isLog(each) || bodyRead(response, each) !== undefined)
  );
}

/** `assert(response.ok)`, `assert.equal(response.status, 200)`. */
function assertsSuccess(response: NamedResponse, statement: TSESTree.Node): boolean {
  const call = statement.type === AST_NODE_TYPES.ExpressionStatement && statement.expression;
  if (!call || call.type !== AST_NODE_TYPES.CallExpression) return false;
  const [first] = call.arguments;
  return (
    /^(assert|invariant|ok)$/.test(calleeName(call) ?? "") &&
    first !== undefined &&
    meansSuccess(response, first)
  );
}

/** `await response.text();`, `await body.dump();`. */
function drainsBody(response: NamedResponse, statement: TSESTree.Node): boolean {
  return (
    statement.type === AST_NODE_TYPES.ExpressionStatement &&
    isBodyRead(response, statement.expression)
  );
}

/** `return response.json();` at the end of a function whose result nobody looks at. */
function returnsRead(response: NamedResponse, statement: TSESTree.Node): boolean {
  if (statement.type !== AST_NODE_TYPES.ReturnStatement || !statement.argument) return false;
  const block = statement.parent;
  const isEnd = block.type === AST_NODE_TYPES.BlockStatement && isFunction(block.parent);
  return (
    isEnd &&
    isRead(response, statement.argument) &&
    isDiscarded(response.source, statement.argument)
  );
}

/** `if (response.status === 429) await sleep(1000);`: the update call waits by itself. */
function waitsOnFailure(response: NamedResponse, statement: TSESTree.Node): boolean {
  if (statement.type !== AST_NODE_TYPES.IfStatement || statement.alternate) return false;
  const { test, consequent } = statement;
  const body = consequent.type === AST_NODE_TYPES.BlockStatement ? consequent.body : [consequent];
  return (
    meansFailure(response, test) &&
    body.every(
      (each) =>
        each.type === AST_NODE_TYPES.ExpressionStatement &&
        isPause(response.source, each.expression),
    )
  );
}

/** The names of `const text = await response.text();`. */
function bodyRead(
  response: NamedResponse,
  statement: TSESTree.Node,
): ReadonlyMap<Variable, string> | undefined {
  if (statement.type !== AST_NODE_TYPES.VariableDeclaration) return undefined;
  const [declarator, another] = statement.declarations;
  return !another && declarator.init && isBodyRead(response, declarator.init)
    ? namesIn(response.source, declarator.id, "content")
    : undefined;
}

const readers = /^(arrayBuffer|blob|bytes|cancel|dump|json|resume|text)$/;

/** `await response.text()`, `response.body?.cancel()`, with a `catch` where that fails. */
export function isBodyRead(response: NamedResponse, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (node.type === AST_NODE_TYPES.AwaitExpression) return isBodyRead(response, node.argument);
  if (node.type === AST_NODE_TYPES.UnaryExpression)
    return node.operator === "void" && isBodyRead(response, node.argument);
  if (node.type !== AST_NODE_TYPES.CallExpression) return false;
  const callee = calleeOf(node);
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return false;
  const name = staticName(callee) ?? "";
  if (name === "catch") return isBodyRead(response, callee.object);
  const part = partOf(response, callee.object);
  return (part === "" || part === "body") && readers.test(name);
}
