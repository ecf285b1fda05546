import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { updatePath } from "../../src/halo/endpoints.js";
import type { Fault, FaultQueue } from "./faults.js";
import { Rejection } from "./rejection.js";
import { parseBody, type JsonObject } from "./request-body.js";
import { routes, usersIn, type Workspace } from "./routes.js";

/** A request that reached the server. */
export interface RequestRecord {
  method: string;
  /** The path asked for. */
  route: string;
  /** The status sent; `null` while there is none, for ever if the connection was cut before. */
  status: number | null;
  /** How many users the body speaks of, accepted or not; 0 if it is not readable. */
  users: number;
  /** The size of the body. */
  bytes: number;
  /** The fault that was played on it. */
  fault: Fault["kind"] | null;
}

interface Answer {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body: Readonly<JsonObject>;
}

/** Between socket and routes: checks what is the same for both, plays the faults, keeps the log. */
export function requestHandler(
  workspace: Workspace,
  faults: FaultQueue,
  log: RequestRecord[],
): RequestListener {
  return (request, response) => {
    // Fails only where the caller has hung up, so there is nobody to tell.
    serve(request, response).catch(() => response.destroy());
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", headers } = request;
    const route = new URL(request.url ?? "/", "http://halo.invalid").pathname;
    const rawBody = await text(request);
    const body = parseBody(rawBody);
    const fault = routes.has(route) ? faults.take(route) : undefined;
    const record: RequestRecord = {
      method,
      route,
      status: null,
      users: body === undefined ? 0 : usersIn(body),
      bytes: Buffer.byteLength(rawBody),
      fault: fault?.kind ?? null,
    };
    log.push(record);

    if (fault?.kind === "cut") {
      response.destroy();
      return;
    }
    if (fault?.kind === "slow") await sleep(fault.ms);
    const answer =
      fault?.kind === "status"
        ? { ...fault, body: { error: "A fault on demand." } }
        : await answerTo({ method, route, headers, body }, workspace);
    if (fault?.kind === "cutAfterApply" && !fault.midResponse) {
      response.destroy();
      return;
    }
    record.status = answer.status;
    send(response, answer, fault?.kind === "cutAfterApply");
  }
}

interface ParsedRequest {
  method: string;
  route: string;
  headers: IncomingMessage["headers"];
  body: JsonObject | undefined;
}

async function answerTo(request: ParsedRequest, workspace: Workspace): Promise<Answer> {
  try {
    return { status: 200, body: await accept(request, workspace) };
  } catch (error) {
    if (!(error instanceof Rejection)) return { status: 500, body: { error: String(error) } };
    return { status: error.status, body: { error: error.message, ...error.details } };
  }
}

async function accept(
  { method, route, headers, body }: ParsedRequest,
  workspace: Workspace,
): Promise<JsonObject> {
  const handle = routes.get(route);
  if (handle === undefined) throw new Rejection(404, `There is no ${route}.`);
  if (method !== "POST") throw new Rejection(405, `${route} takes POST only.`);
  if (headers.authorization !== `Bearer ${workspace.apiKey}`) {
    throw new Rejection(401, "Authorization must be Bearer and the workspace's widget key.");
  }
  // Documented as part of the update call only; that a call without it fails is our strictness.
  if (route === updatePath && !/^application\/json\b/i.test(headers["content-type"] ?? "")) {
    throw new Rejection(415, "Content-Type must be application/json.");
  }
  if (body === undefined) throw new Rejection(400, "The body must be one JSON object.");
  return handle(body, workspace);
}

function send(response: ServerResponse, { status, headers, body }: Answer, cutHalfway: boolean) {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    ...headers,
    "content-type": "application/json",
    "content-length": bytes.length,
  });
  if (!cutHalfway) {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}
