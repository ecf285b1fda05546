import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { descendants, isFunction, isWithin } from "../source/syntax.js";
import { isAwait } from "./awaiting.js";
import { exitsProcess } from "./call-position.js";
import { type CollectSite, mayFail, planSites, siteRange } from "./collect-sites.js";
import type { Connection } from "./connection.js";
import { type EndListener, listenedStream } from "./end-listeners.js";
import type { CollectPlan, LoopGroup, PlanContext } from "./plan.js";
import { removedParts } from "./removed-parts.js";
import { sharedConnection } from "./shared-connection.js";
import { targetProblem } from "./target-problem.js";
import { mayThrow } from "./turn-errors.js";

/**
 * Plans that the users whom a stream brings are sent by the listener of its end, before it goes on: nothing else knows
 * when that is. `undefined` where it might not come to that.
 */
export function planListenedStream(
  source: SourceFile,
  { root, findings }: LoopGroup,
  context: PlanContext,
): CollectPlan | undefined {
  const { body: turn, id, node } = root;
  if (id !== "stream-event" || node.type !== AST_NODE_TYPES.CallExpression || !isFunction(turn))
    return undefined;
  const listened = listenedStream(source, node);
  if (!listened) return undefined;
  const { first, end, error } = listened;
  const isOther = (inner: TSESTree.Node): boolean =>
    inner !== end.handler && inner !== error?.handler;
  if (exitsProcess(source.ast, isOther)) return undefined;
  const sites = planSites(source, root, first, findings, turn, context);
  if (typeof sites === "string" || !sites.every(isDoneAtOnce)) return undefined;
  const stillWaits = [...descendants(turn)].some(
    (inner) => isAwait(inner) && !sites.some((site) => isWithin(inner, { range: siteRange(site) })),
  );
  const handlers = new Set(sites.map(({ onFailure }) => JSON.stringify(onFailure)));
  if (stillWaits || handlers.size > 1) return undefined;
  const removed = removedParts(source, root, sites, findings);
  // An error in a turn ends the process, and what it has collected would be lost.
  if (sites.some(mayFail) || mayThrow(source, turn, removed)) return undefined;
  const updates = sites.map(({ update }) => update);
  if (targetProblem(updates, context.target, context.project)) return undefined;
  const connection = sharedConnection(node, findings, context);
  if (typeof connection === "string") return undefined;
  if ([end, error].some((listener) => listener && hides(source, listener, connection)))
    return undefined;
  return {
    strategy: "collect",
    connection,
    frame: { first, collects: first, last: first, waitsBetween: false },
    sites,
    guarded: false,
    waiting: [],
    awaitAt: undefined,
    hoisted: undefined,
    listened,
  };
}

/** Whether a turn has come by a site when it has returned. */
function isDoneAtOnce({ end, position }: CollectSite): boolean {
  return end.at.length + end.crashing.length + end.late.length === 0 && !position.pushed;
}

/** Whether a listener has a name of its own for what the updates are sent with. */
function hides(source: SourceFile, { handler }: EndListener, connection: Connection): boolean {
  const { client, headers, options, url } = connection;
  const names = new Set([client, headers, url, ...options].flatMap((part) => part.names));
  return source.scopes.scopes.some(
    ({ block, variables }) =>
      isWithin(block, handler) && variables.some(({ name }) => names.has(name)),
  );
}
