import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { identitySecretPrefix, identitySecretVariable } from "../halo/environment.js";
import { browserEvidence, publicVariable } from "../find/client-code.js";
import type { Settings } from "../find/settings.js";
import { bundledNames, bundlingOption } from "../find/tokens/bundled-value.js";
import { exposingCall } from "../find/tokens/exposing-call.js";
import { isIdentitySecret } from "../find/tokens/identity-secret.js";
import { publicPrefix } from "../find/tokens/public-name.js";
import { secretIn } from "../find/tokens/secret-flow.js";
import { traced, type Traced } from "../find/tracing/traced.js";
import { Tracer } from "../find/tracing/tracer.js";
import { bodyOf, updateCallsOf } from "../find/updates/update-call.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import {
  ancestors,
  descendants,
  isFunction,
  isWithin,
  lastName,
  staticName,
} from "../source/syntax.js";
import type { Problem } from "./problem.js";

type MessageId =
  | "browser"
  | "bundle"
  | "log"
  | "publicName"
  | "publicVariable"
  | "readVariable"
  | "request"
  | "response"
  | "written";

/** Places that show the Identity Secret to others than the back end: in the code, a request, a log, a browser. */
export function noExposedIdentitySecret(
  source: SourceFile,
  settings: Settings,
): Problem<MessageId>[] {
  const nodes = [...descendants(source.ast)];
  const problems = [
    ...nodes.flatMap((node) => [
      ...written(source, node),
      ...publicNames(node),
      ...shownAt(source, node),
      ...inBrowser(source, node),
    ]),
    ...sentInUpdates(source, settings),
  ];
  // A name that is written once can be two nodes: `{ HALO_IDENTITY_SECRET }`.
  const keyOf = ({ node, messageId }: Problem<MessageId>): string =>
    `${node.range.join()} ${messageId}`;
  return [...new Map(problems.map((problem) => [keyOf(problem), problem])).values()];
}

/** A secret that stands in the code. */
function written(source: SourceFile, node: TSESTree.Node): Problem<MessageId>[] {
  const isText =
    node.type === AST_NODE_TYPES.Literal ||
    node.type === AST_NODE_TYPES.TemplateLiteral ||
    node.type === AST_NODE_TYPES.BinaryExpression;
  if (!isText || !source.text.slice(...node.range).includes(identitySecretPrefix)) return [];
  if (!isIdentitySecret(source, node) || hasWholePart(source, node)) return [];
  const edit = { range: node.range, text: `process.env.${identitySecretVariable}` };
  const isReadable = !isFixed(node) && browserEvidence(source) === undefined;
  const suggestions = isReadable ? [{ messageId: "readVariable" as const, edits: [edit] }] : [];
  return [{ node, messageId: "written", suggestions }];
}

/** Whether a part of an expression is a secret by itself, and is reported in its place. */
function hasWholePart(source: SourceFile, node: TSESTree.Node): boolean {
  return [...descendants(node)].some((inner) => inner !== node && isIdentitySecret(source, inner));
}

/** Whether a variable cannot stand in a text's place, or does so already: in `process.env.SECRET ?? "…"`. */
function isFixed({
  parent,
}: TSESTree.Literal | TSESTree.TemplateLiteral | TSESTree.BinaryExpression) {
  return (
    /^(JSXAttribute|LogicalExpression|TSEnumMember|TSLiteralType|Import|Export)/.test(
      parent.type,
    ) ||
    (parent.type === AST_NODE_TYPES.Property &&
      staticName(parent)?.startsWith(identitySecretPrefix))
  );
}

/** A variable of the secret that bundlers show to browsers, by its name. */
function publicNames(node: TSESTree.Node): Problem<MessageId>[] {
  const prefix = publicPrefix(node);
  return prefix === undefined ? [] : [{ node, messageId: "publicName", data: { prefix } }];
}

/** What a call, a configuration or an assignment shows. */
function shownAt(source: SourceFile, node: TSESTree.Node): Problem<MessageId>[] {
  switch (node.type) {
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.NewExpression: {
      const { to, shown } = exposingCall(source, node) ?? { to: "log", shown: [] };
      const data = { option: lastName(node.callee) ?? "" };
      const named = node.type === AST_NODE_TYPES.NewExpression ? bundledNames(node) : [];
      return [
        ...named.map((each) => ({ node: each, messageId: "bundle" as const, data })),
        ...shown.flatMap((each) => shownIn(source, each, { messageId: to, data })),
      ];
    }
    case AST_NODE_TYPES.Property: {
      const option = bundlingOption(source, node);
      return [
        ...(option === undefined
          ? []
          : shownIn(source, node.value, { messageId: "bundle", data: { option } })),
        ...intoPublic(source, staticName(node), node.value),
      ];
    }
    case AST_NODE_TYPES.AssignmentExpression:
      return intoPublic(source, lastName(node.left), node.right);
    default:
      return [];
  }
}

/** `env.NEXT_PUBLIC_KEY = secret`, `{ VITE_KEY: secret }`. */
function intoPublic(
  source: SourceFile,
  name: string | undefined,
  value: TSESTree.Node,
): Problem<MessageId>[] {
  const prefix = publicVariable.exec(name ?? "")?.[0];
  return prefix === undefined
    ? []
    : shownIn(source, value, { messageId: "publicVariable", data: { prefix } });
}

/** The problem at the part of an expression that shows the secret. */
function shownIn(
  source: SourceFile,
  expression: TSESTree.Node,
  problem: Omit<Problem<MessageId>, "node">,
): Problem<MessageId>[] {
  const path = secretIn(new Tracer(), traced(source, expression));
  const last = path?.findLast((each) => isPartOf(source, expression, each));
  return path ? [{ ...problem, node: last?.node ?? expression }] : [];
}

function isPartOf(
  { ast }: SourceFile,
  expression: TSESTree.Node,
  { source, node }: Traced,
): boolean {
  return source.ast === ast && isWithin(node, expression);
}

/** What update calls send that functions of the project make of what they are given. */
function sentInUpdates(source: SourceFile, settings: Settings): Problem<MessageId>[] {
  return updateCallsOf(source, settings).flatMap((call): Problem<MessageId>[] => {
    const tracer = new Tracer();
    const body = bodyOf(call, tracer, call.given ?? new Map());
    const path = body && secretIn(tracer, body);
    if (!path || (call.given && !tracer.usedGiven)) return [];
    const own = path.findLast((each) => isPartOf(source, call.site, each));
    // The request itself is a call that shows what it is given.
    return [{ node: own?.node ?? call.site, messageId: "request" }];
  });
}

/** Functions of frameworks that run on the server, in files of which the rest reaches browsers. */
const serverFunctions =
  /^(action|getInitialProps|getServerSideProps|getStaticPaths|getStaticProps|loader)$/;

/** A secret that is read where code reaches browsers. */
function inBrowser(source: SourceFile, node: TSESTree.Node): Problem<MessageId>[] {
  const isRead =
    node.type === AST_NODE_TYPES.MemberExpression ||
    node.type === AST_NODE_TYPES.CallExpression ||
    (node.type === AST_NODE_TYPES.Identifier && bindingOf(source, node)?.identifiers[0] === node);
  if (!isRead || !isIdentitySecret(source, node)) return [];
  const evidence = browserEvidence(source);
  return evidence === undefined || isOnServer(node)
    ? []
    : [{ node, messageId: "browser", data: { evidence } }];
}

function isOnServer(node: TSESTree.Node): boolean {
  return [...ancestors(node)].some((up) => {
    if (!isFunction(up)) return false;
    const holder = up.parent.type === AST_NODE_TYPES.VariableDeclarator ? up.parent.id : up.id;
    if (holder && serverFunctions.test(lastName(holder) ?? "")) return true;
    const [first] = up.body.type === AST_NODE_TYPES.BlockStatement ? up.body.body : [];
    return first?.type === AST_NODE_TYPES.ExpressionStatement && first.directive === "use server";
  });
}
