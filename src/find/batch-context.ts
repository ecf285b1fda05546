import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { relative } from "node:path";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import {
  ancestors,
  calleeName,
  calleeOf,
  descendants,
  type FunctionNode,
  isFunction,
  staticName,
  unwrap,
} from "../source/syntax.js";
import { clientEvidence } from "./client-code.js";
import type { Settings } from "./settings.js";
import { functionBinding } from "./value-sources.js";

/** A sign that a call belongs to a server-side batch, or that it does not. */
interface EvidenceRow {
  /** Added up over the rows that apply; a sum of {@link threshold} makes a batch. Below zero: against a batch. */
  weight: number;
  /** What the row saw, as the end of a sentence; `undefined` where it does not apply. */
  find: (call: TSESTree.Node, source: SourceFile, settings: Settings) => string | undefined;
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
    find: (_call, source) =>
      source.text.startsWith("#!") ? "the file starts with a shebang" : undefined,
  },
  {
    weight: 3,
    find(_call, source, settings) {
      const folders = relative(source.root, source.path).split(/[\\/]/).slice(0, -1);
      const folder = folders.find((name) =>
        [...batchFolders, ...settings.batchPaths].includes(name),
      );
      return folder === undefined ? undefined : `the file is under ${folder}/`;
    },
  },
  {
    weight: 3,
    find: (_call, source) => (readsArguments(source) ? "the file reads process.argv" : undefined),
  },
  {
    weight: 3,
    find(call) {
      const scheduler = callsAround(call).find((outer) => schedulers.has(calleeName(outer) ?? ""));
      return scheduler && `it runs on a schedule, by ${calleeName(scheduler) ?? ""}()`;
    },
  },
  { weight: -4, find: (_call, source) => clientEvidence(source) },
  {
    weight: -4,
    find: (call, source) =>
      functionsAround(call).some((fn) => isRequestHandler(fn, source))
        ? "it handles a request"
        : undefined,
  },
  {
    weight: -3,
    find: (call, source) =>
      functionsAround(call).some((fn) => isSignUp(fn, source))
        ? "it runs when one user signs up or in"
        : undefined,
  },
  {
    weight: -3,
    find: (call) =>
      functionsAround(call).some(isMessageHandler) ? "it handles one message or event" : undefined,
  },
];

/** Why a call counts as part of a server-side batch, one reason or more; `undefined` where it does not. */
export function batchEvidence(
  source: SourceFile,
  call: TSESTree.Node,
  settings: Settings,
): readonly [string, ...string[]] | undefined {
  const applying = rows.flatMap(({ weight, find }) => {
    const text = find(call, source, settings);
    return text === undefined ? [] : [{ weight, text }];
  });
  const sum = applying.reduce((total, { weight }) => total + weight, 0);
  const [first, ...rest] = applying.filter(({ weight }) => weight > 0).map(({ text }) => text);
  return first !== undefined && sum >= threshold ? [first, ...rest] : undefined;
}

function readsArguments(source: SourceFile): boolean {
  for (const node of descendants(source.ast)) {
    if (node.type !== AST_NODE_TYPES.MemberExpression || staticName(node) !== "argv") continue;
    const object = unwrap(node.object);
    if (object.type === AST_NODE_TYPES.Identifier && object.name === "process") {
      return !bindingOf(source, object) || isImported(source, object);
    }
  }
  return false;
}

function isImported(source: SourceFile, name: TSESTree.Identifier): boolean {
  return bindingOf(source, name)?.defs[0]?.type === "ImportBinding";
}

function functionsAround(call: TSESTree.Node): FunctionNode[] {
  return [...ancestors(call)].filter(isFunction);
}

/** The calls that the call is an argument of, at any depth: `cron.schedule("0 3 * * *", () => …)`. */
function callsAround(call: TSESTree.Node): (TSESTree.CallExpression | TSESTree.NewExpression)[] {
  return [...ancestors(call)].filter(
    (up) => up.type === AST_NODE_TYPES.CallExpression || up.type === AST_NODE_TYPES.NewExpression,
  );
}

const requestParameters = /^(_?req|request|ctx|context|res|response|reply|socket|ws|connection|c)$/;
const routeMethods = new Set(["all", "delete", "get", "patch", "post", "put", "route", "use"]);

/** `(req, res) => …`, a handler given to `app.post(…)`, an exported `POST` of a route file. */
function isRequestHandler(fn: FunctionNode, source: SourceFile): boolean {
  const [first] = fn.params;
  if (first?.type === AST_NODE_TYPES.Identifier && requestParameters.test(first.name)) return true;
  if (/^(GET|POST|PUT|PATCH|DELETE)$/.test(functionName(fn, source))) return true;
  const call = fn.parent;
  return (
    call.type === AST_NODE_TYPES.CallExpression &&
    calleeOf(call).type === AST_NODE_TYPES.MemberExpression &&
    routeMethods.has(calleeName(call) ?? "")
  );
}

const signUp =
  /(sign_?(up|in)|regist(er|ration)|log_?in|(on|after|post)_?auth|accept_?invit|verify_?email|magic_?link)/i;

/** `async function signUp(form)`, `afterSignIn: …`, `.on("user.registered", …)`. */
function isSignUp(fn: FunctionNode, source: SourceFile): boolean {
  const call = fn.parent;
  const event =
    call.type === AST_NODE_TYPES.CallExpression &&
    call.arguments[0]?.type === AST_NODE_TYPES.Literal
      ? String(call.arguments[0].value)
      : "";
  return signUp.test(functionName(fn, source)) || signUp.test(event);
}

const messageParameters = /^_?(job|event|message|msg|payload|webhook|notification|delivery)$/;

function isMessageHandler(fn: FunctionNode): boolean {
  const [first] = fn.params;
  return first?.type === AST_NODE_TYPES.Identifier && messageParameters.test(first.name);
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
