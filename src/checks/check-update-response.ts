import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { isFetch } from "../find/requests/halo-request.js";
import { rejects } from "../find/responses/rejects.js";
import { mappedBy, type ResponseUses, responseUses } from "../find/responses/response-uses.js";
import type { Settings } from "../find/settings.js";
import { Tracer } from "../find/tracing/tracer.js";
import { type UpdateCall, updateCallsOf } from "../find/updates/update-call.js";
import { functionsRunBy } from "../find/uses/called-function.js";
import { functionUses } from "../find/uses/function-uses.js";
import type { SourceFile } from "../source/source-file.js";
import { calleeOf, descendants } from "../source/syntax.js";
import { awaitAdded, statusTestAdded } from "./response-edits.js";
import type { Problem, Suggestion } from "./problem.js";

type MessageId = "addAwait" | "addStatusTest" | "bodyOnly" | "floating" | "unread";

/**
 * Update calls whose failure nobody notices: the response's status is not looked at, or, for clients that reject by
 * themselves, nothing waits for the promise.
 */
export function checkUpdateResponse(source: SourceFile, settings: Settings): Problem<MessageId>[] {
  return updateCallsOf(source, settings).flatMap((call) => {
    if (call.reached.client === "own") return ofOwnClient(source, call) ?? [];
    const client = { isFetch: call.reached.client === "fetch", rejects: rejects(call) };
    if (client.rejects === undefined || !givesResponse(source, call)) return [];
    const uses = responseUses(source, call.site);
    const found = problemOf(source, call.site, uses, client);
    if (found) return [found];
    return mappedUses(source, call, uses).flatMap(
      (mapped) =>
        problemOf(source, mapped, responseUses(source, mapped, "responses"), client) ?? [],
    );
  });
}

interface Client {
  isFetch: boolean;
  rejects: boolean | undefined;
}

/** What becomes of the response of `api("/users/update", body)`, for a function `api` of the project that calls fetch once. */
function ofOwnClient(source: SourceFile, call: UpdateCall): Problem<MessageId> | undefined {
  const { site, given, reached } = call;
  const [client, another] = functionsRunBy(call.source, reached.call);
  if (given || another || !client) return undefined;
  const [request, second] = [...descendants(client.node)].filter(
    (node) => node.type === AST_NODE_TYPES.CallExpression && isFetch(client.source, calleeOf(node)),
  );
  if (!request || second) return undefined;
  const inner = responseUses(client.source, request);
  if (inner.isSeen || inner.returnedBy !== client.node) return undefined;
  const uses = responseUses(source, site, inner.isBodyRead ? "body" : "response");
  return problemOf(
    source,
    site,
    { ...uses, isBodyRead: uses.isBodyRead || inner.isBodyRead },
    { isFetch: !inner.isBodyRead, rejects: false },
  );
}

/** Whether the site gives the response: it is the request, or calls a function that returns it and looks at nothing. */
function givesResponse(
  source: SourceFile,
  { site, given, reached, source: file }: UpdateCall,
): boolean {
  if (!given) return true;
  const inner = responseUses(file, reached.call);
  if (!inner.returnedBy || inner.isSeen) return false;
  const values = new Tracer().alternatives({ source, node: site, given: new Map() });
  return values.some(({ node }) => node === reached.call);
}

/** `batches.map(send)`, for a function `send` that returns the response. */
function mappedUses(
  source: SourceFile,
  { given }: UpdateCall,
  { returnedBy, isSeen }: ResponseUses,
): TSESTree.CallExpression[] {
  if (given || !returnedBy || isSeen) return [];
  return functionUses(source, returnedBy).flatMap((use) => mappedBy(use) ?? []);
}

function problemOf(
  source: SourceFile,
  node: UpdateCall["site"],
  uses: ResponseUses,
  client: Client,
): Problem<MessageId> | undefined {
  if (uses.isSeen || uses.returnedBy) return undefined;
  if (client.rejects === true) {
    if (uses.isWaited) return undefined;
    return {
      node,
      messageId: "floating",
      suggestions: suggested("addAwait", awaitAdded(source, node)),
    };
  }
  const edits = client.isFetch ? statusTestAdded(source, node) : undefined;
  const messageId = uses.isBodyRead ? "bodyOnly" : "unread";
  return {
    node,
    messageId,
    suggestions: suggested("addStatusTest", edits),
  };
}

function suggested(
  messageId: MessageId,
  edits: Suggestion<MessageId>["edits"] | undefined,
): Suggestion<MessageId>[] {
  return edits ? [{ messageId, edits }] : [];
}
