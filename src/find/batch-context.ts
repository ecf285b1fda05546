import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { relative } from "node:path";
import type { SourceFile } from "../source/source-file.js";
import {
  calleeName,
  calleeOf,
  type FunctionNode,
  staticName,
  unwrap,
  wrapped,
} from "../source/syntax.js";
import { clientEvidence } from "./client-code.js";
import { commandLineEvidence } from "./command-line-evidence.js";
import type { Settings } from "./settings.js";
import { type Surroundings, surroundings } from "./surroundings.js";
import { functionBinding } from "./value-sources.js";

/** A sign that a call belongs to a server-side batch, or that it does not. */
interface EvidenceRow {
  /** Added up over the rows that apply; a sum of {@link threshold} makes a batch. Below zero: against a batch. */
  weight: number;
  /** What the row saw, as the end of a sentence; `undefined` where it does not apply. */
  find: (place: Place) => string | undefined;
}

/** Where a call stands, directly and by the local callers of the functions around it. */
interface Place extends Surroundings {
  source: SourceFile;
  settings: Settings;
}

const threshold = 3;

const batchFolders = [
  "scripts",
  "jobs",
  "cron",
  "crons",
  "migrations",
  "seeds",
  "seeders",
  "backfills",
];

const schedulers = new Set([
  "schedule",
  "scheduleJob",
  "CronJob",
  "Cron",
  "cron",
  "addCronJob",
  "setInterval",
]);

const rows: readonly EvidenceRow[] = [
  {
    weight: 3,
    find: ({ source }) =>
      source.text.startsWith("#!") ? "the file starts with a shebang" : undefined,
  },
  {
    weight: 3,
    find({ source, settings }) {
      const folders = relative(source.root, source.path).split(/[\\/]/).slice(0, -1);
      const folder = folders.find((name) =>
        [...batchFolders, ...settings.batchPaths].includes(name),
      );
      return folder === undefined ? undefined : `the file is under ${folder}/`;
    },
  },
  { weight: 3, find: ({ source }) => commandLineEvidence(source) },
  {
    weight: 3,
    find({ calls }) {
      const scheduler = calls.find(({ call, through }) => {
        const name = calleeName(call) ?? "";
        // A limiter's `schedule(() => …)` only waits for its turn; a scheduler is told the time first.
        return schedulers.has(name) && (name !== "schedule" || call.arguments[0] !== through);
      });
      return scheduler && `it runs on a schedule, by ${calleeName(scheduler.call) ?? ""}()`;
    },
  },
  {
    weight: 3,
    find: ({ functions }) =>
      functions.some(isScheduledHandler) ? "it runs on a schedule, by scheduled()" : undefined,
  },
  { weight: -4, find: ({ source }) => clientEvidence(source) },
  {
    weight: -4,
    find: ({ functions, source }) =>
      functions.some((fn) => isRequestHandler(fn, source)) ? "it handles a request" : undefined,
  },
  {
    weight: -3,
    find: ({ functions, source }) =>
      functions.some((fn) => isSignUp(fn, source))
        ? "it runs when one user signs up or in"
        : undefined,
  },
  {
    weight: -3,
    find: ({ functions }) =>
      functions.some(isMessageHandler) ? "it handles one message or event" : undefined,
  },
];

/** Why a call counts as part of a server-side batch, one reason or more; `undefined` where it does not. */
export function batchEvidence(
  source: SourceFile,
  call: TSESTree.Node,
  settings: Settings,
): readonly [string, ...string[]] | undefined {
  const place = { source, settings, ...surroundings(source, call) };
  const applying = rows.flatMap(({ weight, find }) => {
    const text = find(place);
    return text === undefined ? [] : [{ weight, text }];
  });
  const sum = applying.reduce((total, { weight }) => total + weight, 0);
  const [first, ...rest] = applying.filter(({ weight }) => weight > 0).map(({ text }) => text);
  return first !== undefined && sum >= threshold ? [first, ...rest] : undefined;
}

/** `export default { async scheduled(event) { … } }`: what Cloudflare runs by the clock. */
function isScheduledHandler({ parent }: FunctionNode): boolean {
  return (
    parent.type === AST_NODE_TYPES.Property &&
    staticName(parent) === "scheduled" &&
    wrapped(parent.parent).parent?.type === AST_NODE_TYPES.ExportDefaultDeclaration
  );
}

const requestParameters =
  /^(_?req|request|ctx|context|res|response|reply|socket|ws|connection|c|locals|cookies)$/;
const routeMethods = new Set(["all", "delete", "get", "patch", "post", "put", "route", "use"]);

/** `(req, res) => …`, `({ request }) => …`, a handler given to `app.post(…)`, an exported `POST` of a route file. */
function isRequestHandler(fn: FunctionNode, source: SourceFile): boolean {
  if (firstParameterNames(fn).some((name) => requestParameters.test(name))) return true;
  if (/^(GET|POST|PUT|PATCH|DELETE)$/.test(functionName(fn, source))) return true;
  const call = receivingCall(fn);
  return (
    call !== undefined &&
    calleeOf(call).type === AST_NODE_TYPES.MemberExpression &&
    routeMethods.has(calleeName(call) ?? "")
  );
}

/** The name of the first parameter, or those that it is taken apart into. */
function firstParameterNames({ params: [first] }: FunctionNode): string[] {
  if (first?.type === AST_NODE_TYPES.Identifier) return [first.name];
  if (first?.type !== AST_NODE_TYPES.ObjectPattern) return [];
  return first.properties.flatMap((property) =>
    property.type === AST_NODE_TYPES.Property ? (staticName(property) ?? []) : [],
  );
}

/** The call that is given a function, by itself or in an object: `app.route({ handler: async () => … })`. */
function receivingCall(fn: FunctionNode): TSESTree.CallExpression | undefined {
  const { parent } = fn;
  const argument = parent.type === AST_NODE_TYPES.Property ? parent.parent : fn;
  const call = argument.parent;
  return call.type === AST_NODE_TYPES.CallExpression && call.callee !== argument ? call : undefined;
}

const signUp =
  /(sign_?(up|in)|regist(er|ration)|log_?in|(on|after|post)_?auth|accept_?invit|verify_?email|magic_?link)/i;

/** `async function signUp(form)`, `afterSignIn: …`, `.on("user.registered", …)`, `.command("login").action(…)`. */
function isSignUp(fn: FunctionNode, source: SourceFile): boolean {
  return (
    signUp.test(functionName(fn, source)) ||
    chainedTexts(receivingCall(fn)).some((text) => signUp.test(text))
  );
}

/** The literal first arguments of a call, and of the calls that it is chained to. */
function chainedTexts(call: TSESTree.CallExpression | undefined): string[] {
  const texts: string[] = [];
  for (let next: TSESTree.Node | undefined = call; next?.type === AST_NODE_TYPES.CallExpression;) {
    const [first] = next.arguments;
    if (first?.type === AST_NODE_TYPES.Literal) texts.push(String(first.value));
    const callee = calleeOf(next);
    next = callee.type === AST_NODE_TYPES.MemberExpression ? unwrap(callee.object) : undefined;
  }
  return texts;
}

const messageParameters = /^_?(job|event|message|msg|payload|webhook|notification|delivery)$/;

function isMessageHandler(fn: FunctionNode): boolean {
  // The event of a scheduled handler tells the time, and of no user.
  if (isScheduledHandler(fn)) return false;
  return firstParameterNames(fn).some((name) => messageParameters.test(name));
}

function functionName(fn: FunctionNode, source: SourceFile): string {
  const parent = fn.parent;
  if (
    parent.type === AST_NODE_TYPES.Property ||
    parent.type === AST_NODE_TYPES.MethodDefinition ||
    parent.type === AST_NODE_TYPES.PropertyDefinition
  ) {
    return staticName(parent) ?? "";
  }
  return functionBinding(source, fn)?.name ?? fn.id?.name ?? "";
}
