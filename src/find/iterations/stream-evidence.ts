import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { calleeName, calleeOf, lastName, staticName, unwrap } from "../../source/syntax.js";
import { constantExpression } from "../values/constant-expression.js";

const streamNames = /stream|parser|cursor|^rl$|reader|readable|readline|lines$|rows$|csv|query$/i;

// What comes in over these is the doing of users who are there.
const liveNames =
  /socket|activity|chat|feed|message|notif|presence|^wss?$|^io$|conn|client|server|^req(uest)?$|^res(ponse)?$|event|change|live|port$|channel|session|kafka|consumer|subscri|emitter|^bus$|process$/i;

const streamMakers =
  /^(createInterface|createQueryStream|createReadStream|csv|csvParser|cursor|fromFile|fromPath|parse|parseFile|parseStream|parser|query|queryStream|split2?|stream|streamArray|streamQuery|streamValues)$/;
const streamClasses = /(Stream|Parser|Cursor|Reader|Readable|ByLine)$/;
const passedOn = /^(batchSize|compose|lean|on|once|pipe|resume|setEncoding|addListener)$/;

// Longer chains are not followed.
const maxDepth = 20;

/** Whether a value is a stream or cursor over stored records, by how the file makes it, or else by its name. */
export function isRecordStream(source: SourceFile, expression: TSESTree.Node, depth = 0): boolean {
  const node = unwrap(expression);
  if (depth > maxDepth) return false;
  switch (node.type) {
    case AST_NODE_TYPES.AwaitExpression:
      return isRecordStream(source, node.argument, depth + 1);
    case AST_NODE_TYPES.CallExpression:
      return isStreamCall(source, node, depth);
    case AST_NODE_TYPES.Identifier: {
      if (isLive(node)) return false;
      const made = constantExpression(source, node);
      if (made && isFromLive(made)) return false;
      return (
        (made && isRecordStream(source, made, depth + 1)) === true || streamNames.test(node.name)
      );
    }
    case AST_NODE_TYPES.MemberExpression:
      return !isLive(node) && streamNames.test(staticName(node) ?? "");
    case AST_NODE_TYPES.NewExpression:
      return streamClasses.test(calleeName(node) ?? "");
    default:
      return false;
  }
}

function isStreamCall(source: SourceFile, call: TSESTree.CallExpression, depth: number): boolean {
  if (isFromLive(call)) return false;
  const name = calleeName(call) ?? "";
  if (streamMakers.test(name)) return true;
  const callee = calleeOf(call);
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return false;
  const owner = unwrap(callee.object);
  if (name === "from") return owner.type === AST_NODE_TYPES.Identifier && owner.name === "Readable";
  return passedOn.test(name) && isRecordStream(source, owner, depth + 1);
}

/** Whether a value is, or is read from, a connection to a user. */
export function isFromLive(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (node.type !== AST_NODE_TYPES.CallExpression) return isLive(node);
  const callee = calleeOf(node);
  // `client.query(…).stream()` asks a database: only what is piped from the connection itself is live.
  return (
    callee.type === AST_NODE_TYPES.MemberExpression &&
    passedOn.test(calleeName(node) ?? "") &&
    isFromLive(callee.object)
  );
}

function isLive(node: TSESTree.Node): boolean {
  return liveNames.test(lastName(node) ?? "");
}
