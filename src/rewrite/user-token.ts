import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { IdentifyCall } from "../find/identify-call.js";
import { propertyValue } from "../find/values/static-text.js";
import { bindingOf, type SourceFile } from "../source/source-file.js";
import { calleeName, isWithin } from "../source/syntax.js";
import { requestCall } from "./request-call.js";

/**
 * The declaration of a per-user token that only this request reads: `const token = jwt.sign({ user_id }, secret)`.
 * An update call has its own token, so that this one goes with the request.
 */
export function userTokenDeclaration(
  source: SourceFile,
  identify: IdentifyCall,
): TSESTree.VariableDeclarator | undefined {
  const body = identify.reach === "rest" ? identify.body : undefined;
  const token = body && propertyValue(body, ["user_token"]);
  const variable = token && bindingOf(source, token);
  const declarator = variable?.defs.length === 1 ? variable.defs[0]?.node : undefined;
  if (declarator?.type !== AST_NODE_TYPES.VariableDeclarator || !declarator.init) return undefined;
  const isRead = variable?.references.some(
    ({ identifier, init }) => !init && !isWithin(identifier, requestCall(identify)),
  );
  return isRead || !isSigning(declarator.init) ? undefined : declarator;
}

/** `jwt.sign(…)`, `await signToken(user)`, `await new SignJWT(…).sign(key)`: nothing but a token comes of it. */
export function isSigning(init: TSESTree.Node): boolean {
  const call = init.type === AST_NODE_TYPES.AwaitExpression ? init.argument : init;
  return (
    call.type === AST_NODE_TYPES.CallExpression && /sign|jwt|token/i.test(calleeName(call) ?? "")
  );
}
