import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { calleeName, calleeOf, type FunctionNode, staticName } from "../../source/syntax.js";
import { clientEvidence } from "../client-code.js";
import type { SurroundingCall } from "../uses/surroundings.js";
import { functionName } from "../values/function-name.js";
import { isInDeliveredMessages } from "./delivered-messages.js";
import type { EvidenceRow } from "./evidence.js";
import { callChain, firstParameterNames, receivingCall } from "./function-role.js";
import { methodDecorators } from "./method-decorators.js";
import { ownContents } from "./own-contents.js";

/** `"use client"`, `document`, JSX, `import … from "react"` */
export const clientCode: EvidenceRow = {
  weight: -4,
  reason: "Code that reaches a browser runs while its user is there.",
  find: ({ source }) => clientEvidence(source),
};

const requestParameters =
  /^(_?req|request|ctx|context|res|response|reply|socket|ws|connection|c|locals|cookies)$/;
const routeMethods = new Set(["all", "delete", "get", "patch", "post", "put", "route", "use"]);

const handlerDecorators =
  /^(All|Delete|Get|Patch|Post|Put|Query|Mutation|Subscription|SubscribeMessage)$/;

/** `(req, res) => …`, `app.post(…)`, an exported `POST`, `@Post()`, a resolver of GraphQL, `"use server"` */
export const requestHandler: EvidenceRow = {
  weight: -4,
  reason: "A request is sent by a user who is here.",
  find: ({ functions, properties, source }) =>
    properties.some(isOfResolvers) ||
    functions.some((fn) => isRequestHandler(fn, source) || isServerAction(fn, source))
      ? "it handles a request"
      : undefined,
};

function isRequestHandler(fn: FunctionNode, source: SourceFile): boolean {
  if (firstParameterNames(fn).some((name) => requestParameters.test(name))) return true;
  if (/^(GET|POST|PUT|PATCH|DELETE)$/.test(functionName(fn, source))) return true;
  const { ofMethod } = methodDecorators(fn);
  if (ofMethod.some((decorator) => handlerDecorators.test(calleeName(decorator) ?? "")))
    return true;
  const call = receivingCall(fn);
  return (
    call !== undefined &&
    calleeOf(call).type === AST_NODE_TYPES.MemberExpression &&
    routeMethods.has(calleeName(call) ?? "")
  );
}

/** `{ Mutation: { signUp: async (parent, args) => … } }`. */
function isOfResolvers(property: TSESTree.Property): boolean {
  return (
    property.value.type === AST_NODE_TYPES.ObjectExpression &&
    /^(Query|Mutation|Subscription)$/.test(staticName(property) ?? "")
  );
}

/** A function of React that a browser calls: it, or its file, says `"use server"`. */
function isServerAction({ body }: FunctionNode, source: SourceFile): boolean {
  return body.type === AST_NODE_TYPES.BlockStatement
    ? [...source.ast.body.slice(0, 1), ...body.body.slice(0, 1)].some(saysUseServer)
    : source.ast.body.slice(0, 1).some(saysUseServer);
}

function saysUseServer(statement: TSESTree.Statement): boolean {
  return (
    statement.type === AST_NODE_TYPES.ExpressionStatement && statement.directive === "use server"
  );
}

/** `app.post("/signup", …)` */
export const route: EvidenceRow = {
  // With the handler's own sign it outweighs all that a file can say of itself: a server may be started by a script.
  weight: -6,
  reason: "The function answers to an address, whoever starts the server.",
  find({ calls }) {
    const found = calls.find(({ call, through }) => {
      const [first] = call.arguments;
      return (
        first !== through &&
        first?.type === AST_NODE_TYPES.Literal &&
        /^[/*]/.test(String(first.value)) &&
        routeMethods.has(calleeName(call) ?? "")
      );
    });
    const address = found?.call.arguments[0];
    return address?.type === AST_NODE_TYPES.Literal
      ? `it answers ${String(address.value)}`
      : undefined;
  },
};

const signUpNames =
  /(sign_?(up|in)|regist(er|ration)|log_?in|(on|after|post)_?auth|accept_?invit|verify_?email|magic_?link)/i;

/** `async function signUp(form)`, `afterSignIn: …`, `.on("user.registered", …)`, `.command("login").action(…)` */
export const signUp: EvidenceRow = {
  weight: -3,
  reason: "Who signs up or in is here.",
  find: ({ functions, source }) =>
    functions.some((fn) => isSignUp(fn, source))
      ? "it runs when one user signs up or in"
      : undefined,
};

function isSignUp(fn: FunctionNode, source: SourceFile): boolean {
  return (
    signUpNames.test(functionName(fn, source)) ||
    [...callChain(receivingCall(fn))].some(({ arguments: [first] }) => {
      return first?.type === AST_NODE_TYPES.Literal && signUpNames.test(String(first.value));
    })
  );
}

const authMakers =
  /^(NextAuth|betterAuth|SvelteKitAuth|handleAuth|handleCallback|onAuthStateChanged|beforeUser(Created|SignedIn)|\w*Strategy)$/;
const authSteps =
  /^(exchangeCodeForSession|verifyOtp|handleRedirectCallback|authorizationCodeGrant)$/;

/** `NextAuth({ events })`, `new GoogleStrategy(…, verify)`, `auth.user().onCreate(…)`, `exchangeCodeForSession(…)` */
export const authCallback: EvidenceRow = {
  weight: -4,
  reason: "Libraries for signing in call back when a user has just done so.",
  find({ calls, functions }) {
    if (calls.some(isAuth)) return "a library for signing in calls it";
    const step = functions
      .flatMap((fn) => [...ownContents(fn).calls.keys()])
      .find((name) => authSteps.test(name));
    return step && `it signs a user in, by ${step}()`;
  },
};

function isAuth({ call }: SurroundingCall): boolean {
  const name = calleeName(call) ?? "";
  if (authMakers.test(name)) return true;
  return name === "onCreate" && [...callChain(call)].some((one) => calleeName(one) === "user");
}

const signatureChecks =
  /^(constructEvent(Async)?|timingSafeEqual|verify(Webhook|Signature|WebhookSignature|RequestSignature))$/;

/** `stripe.webhooks.constructEvent(…)`, `new Webhook(secret).verify(…)`, `timingSafeEqual(…)` */
export const webhookSignature: EvidenceRow = {
  weight: -4,
  reason: "Who signs a request tells what has just happened to one user.",
  find({ functions }) {
    const verifies = functions
      .flatMap((fn) => [...ownContents(fn).calls])
      .some(([name, call]) => signatureChecks.test(name) || isSvix(call));
    return verifies ? "it verifies a webhook's signature" : undefined;
  },
};

/** `new Webhook(secret).verify(body, headers)`. */
function isSvix(call: TSESTree.CallExpression): boolean {
  const callee = calleeOf(call);
  return (
    callee.type === AST_NODE_TYPES.MemberExpression &&
    calleeName(call) === "verify" &&
    callee.object.type === AST_NODE_TYPES.NewExpression &&
    calleeName(callee.object) === "Webhook"
  );
}

const messageParameters =
  /^_?(job|event|evt|message|msg|payload|webhook|notification|delivery|detail|record)$/;

/** `async (job) => …`, `({ event }) => …`, `@OnEvent("user.signed_up")` */
export const messageHandler: EvidenceRow = {
  weight: -3,
  reason: "A queue's worker mostly handles what one user has just done.",
  find: ({ functions }) =>
    functions.some(isMessageHandler) ? "it handles one message or event" : undefined,
};

function isMessageHandler(fn: FunctionNode): boolean {
  return (
    firstParameterNames(fn).some((name) => messageParameters.test(name)) ||
    methodDecorators(fn).ofMethod.some((decorator) => calleeName(decorator) === "OnEvent")
  );
}

/** `for (const record of event.Records)`, `batch.messages`, the jobs that pg-boss hands over */
export const deliveredMessages: EvidenceRow = {
  weight: -3,
  reason: "A queue hands over several messages at once, each about what has just happened.",
  find: ({ source, call }) =>
    isInDeliveredMessages(source, call)
      ? "it goes through messages that a queue has delivered"
      : undefined,
};
