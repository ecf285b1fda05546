import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { sdk } from "../../halo/sdk.js";
import type { SourceFile } from "../../source/source-file.js";
import { calleeOf, lastName, staticName } from "../../source/syntax.js";
import { isFetch } from "../requests/halo-request.js";
import { httpClient } from "../requests/http-client.js";
import { globalName } from "../values/global-name.js";

/** A call that shows others what it is given. */
export interface ExposingCall {
  to: "bundle" | "log" | "request" | "response";
  /** The arguments that are shown. */
  shown: readonly TSESTree.Node[];
}

const loggers = /^(console|log|logger|winston|pino)$|Logger$/i;
const logMethods =
  /^(critical|debug|dir|error|fatal|info|log|notice|silly|table|trace|verbose|warn|warning)$/;
const responses = /^(res|response|reply|Response|NextResponse)$/;
const responseMethods = /^(cookie|end|json|jsonp|redirect|render|send|setCookie|write)$/;
const headerSetters = /^(setHeader|setRequestHeader)$/;
const fieldSetters = /^(append|header|set)$/;
const headerNames = /^(authorization|cookie|proxy-authorization|x-[\w-]+)$/i;
const bundlerPlugins = /^(DefinePlugin|EnvironmentPlugin)$/;

/** Whom a call shows what it is given: a server, a browser, whoever reads a log; `undefined` where nothing says so. */
export function exposingCall(
  source: SourceFile,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): ExposingCall | undefined {
  const callee = calleeOf(call);
  const name = lastName(callee) ?? "";
  const shown = call.arguments;
  if (call.type === AST_NODE_TYPES.NewExpression) {
    if (bundlerPlugins.test(name)) return { to: "bundle", shown };
    const made = globalName(source, callee);
    if (made === "Request") return { to: "request", shown };
    return made === "Response" ? { to: "response", shown } : undefined;
  }
  if (isFetch(source, callee) || httpClient(source, callee)) return { to: "request", shown };
  return callee.type === AST_NODE_TYPES.MemberExpression
    ? ofMethod(source, callee, shown)
    : undefined;
}

function ofMethod(
  source: SourceFile,
  callee: TSESTree.MemberExpression,
  shown: readonly TSESTree.Node[],
): ExposingCall | undefined {
  const name = staticName(callee) ?? "";
  const owner = lastName(callee.object) ?? "";
  if (loggers.test(owner) && logMethods.test(name)) return { to: "log", shown };
  if (/^(stdout|stderr)$/.test(owner) && name === "write") return { to: "log", shown };
  if (responses.test(owner) && responseMethods.test(name)) return { to: "response", shown };
  if (name === "sendBeacon" || headerSetters.test(name)) return { to: "request", shown };
  if (globalName(source, callee.object) === sdk.global && name === sdk.initMethod)
    return { to: "request", shown };
  if (!fieldSetters.test(name)) return undefined;
  const [field] = shown;
  const isHeader = field?.type === AST_NODE_TYPES.Literal && headerNames.test(String(field.value));
  return isHeader || owner === "searchParams" ? { to: "request", shown } : undefined;
}
