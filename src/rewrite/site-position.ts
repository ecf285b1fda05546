import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf } from "../source/source-file.js";
import { propertyValue } from "../find/values/static-text.js";
import { calleeName, enclosingFunction, isWithin } from "../source/syntax.js";
import { bodyName } from "./body-name.js";
import { callPosition, type CallPosition, statementIn } from "./call-position.js";
import type { IdentifySite } from "./identify-site.js";
import { initPosition } from "./init-call.js";
import { noteParts } from "./note-statement.js";
import { requestCall, rewrittenCall } from "./request-call.js";
import { retryLoop } from "./retry-loop.js";

/**
 * Where a site stands: the call, and what only prepares its request; `undefined` where somebody uses its result.
 *
 * @param within - the statement that holds the whole iteration; `undefined` for a single call
 */
export function sitePosition(site: IdentifySite, within?: TSESTree.Node): CallPosition | undefined {
  const { source, identify } = site;
  if (identify.reach === "sdk" && identify.by === "init") return initPosition(source, site.call);
  const call = rewrittenCall(site);
  const retry = identify.reach === "rest" ? retryLoop(source, call, keptNodes(site)) : undefined;
  if (retry) return { range: retry.range, statements: true, removedAwait: undefined, retry };
  const position = callPosition(source, call);
  if (!position) return undefined;
  const whole =
    within && identify.reach === "rest" ? withSucceeding(site, position, within) : position;
  return isPreparable(site) ? withPreparation(site, whole) : whole;
}

/** The position with what follows it in a `try` whose errors do not end the program: `sent += 1;`. */
function withSucceeding(
  { source, call }: IdentifySite,
  position: CallPosition,
  within: TSESTree.Node,
): CallPosition {
  const statement = statementIn(call, enclosingFunction(call));
  const block = statement?.parent;
  const around = block?.parent;
  const isCaught =
    block?.type === AST_NODE_TYPES.BlockStatement &&
    around?.type === AST_NODE_TYPES.TryStatement &&
    around.block === block &&
    isWithin(around, within) &&
    around.handler !== null &&
    around.handler.body.body.at(-1)?.type !== AST_NODE_TYPES.ThrowStatement;
  if (!statement || !isCaught || !isWhole(statement, position)) return position;
  const [start] = position.statements ? position.range : statement.range;
  const end = Math.max(position.range[1], statement.range[1]);
  const succeeding = block.body.filter(({ range }) => range[0] >= end);
  const last = succeeding.at(-1);
  if (!last || !succeeding.every((each) => noteParts(source, each))) return position;
  return { ...position, range: [start, last.range[1]], statements: true, succeeding };
}

/** Whether a position takes up whole statements. */
function isWhole(statement: TSESTree.Node, position: CallPosition): boolean {
  return (
    position.statements ||
    (statement.type === AST_NODE_TYPES.ExpressionStatement &&
      isWithin(statement.expression, position))
  );
}

/** Whether the request's body is written in declarations that go with the call. */
export function isPrepared(site: IdentifySite): boolean {
  const { identify } = site;
  const body = identify.reach === "rest" ? identify.body : undefined;
  const position = body && isPreparable(site) && sitePosition(site);
  return position ? isWithin(body, position) : false;
}

/** Whether the request's body is written elsewhere, and has no name at the call. */
function isPreparable({ source, identify, wrapper }: IdentifySite): boolean {
  if (wrapper || identify.reach !== "rest") return false;
  const { body } = identify;
  return (
    body?.type === AST_NODE_TYPES.ObjectExpression &&
    !isWithin(body, requestCall(identify)) &&
    !bodyName(source, identify)
  );
}

/**
 * The position with the declarations right before it that nothing else reads:
 * `const body = JSON.stringify({ … });`, `const request = new Request(url, { … });`.
 */
function withPreparation(site: IdentifySite, position: CallPosition): CallPosition {
  const { source, call } = site;
  const statement = statementIn(call, enclosingFunction(call));
  const block = statement?.parent;
  if (!statement) return position;
  if (block?.type !== AST_NODE_TYPES.BlockStatement && block?.type !== AST_NODE_TYPES.Program)
    return position;
  const [start, end] = position.statements ? position.range : statement.range;
  if (!isWhole(statement, position)) return position;
  let first = start;
  const kept = keptNodes(site);
  const before = block.body.filter(({ range }) => range[1] <= start).reverse();
  for (const declaration of before) {
    if (declaration.type !== AST_NODE_TYPES.VariableDeclaration) break;
    const [declarator, another] = declaration.declarations;
    const reads =
      bindingOf(source, declarator.id)?.references.filter((reference) => !reference.init) ?? [];
    const range: CallPosition["range"] = [first, end];
    const isOnlyRead =
      reads.length > 0 &&
      reads.every(
        ({ identifier }) =>
          isWithin(identifier, { range }) && !kept.some((node) => isWithin(identifier, node)),
      );
    if (another || !isOnlyRead || !isRequestPart(declarator.init)) break;
    [first] = declaration.range;
  }
  return first === start ? position : { ...position, range: [first, end], statements: true };
}

/** The code of a request that is copied: the id and the traits, or the arguments that stand for them. */
function keptNodes({ call, identify, wrapper }: IdentifySite): TSESTree.Node[] {
  if (wrapper) return call.arguments;
  const body = identify.reach === "rest" ? identify.body : undefined;
  const traits = body && propertyValue(body, ["traits"]);
  return [identify.id, traits].filter((node) => node !== undefined);
}

/** `{ method, body }`, `JSON.stringify({ … })`, `new Request(url, { … })`: what a request is made of. */
function isRequestPart(init: TSESTree.Node | null): boolean {
  switch (init?.type) {
    case AST_NODE_TYPES.ObjectExpression:
      return true;
    case AST_NODE_TYPES.CallExpression:
      return calleeName(init) === "stringify";
    case AST_NODE_TYPES.NewExpression:
      return calleeName(init) === "Request";
    default:
      return false;
  }
}
