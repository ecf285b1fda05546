import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { ancestors, calleeName, calleeOf, isFunction, wrapped } from "../source/syntax.js";

/** Methods of Playwright, Puppeteer and WebDriver that run a function in the page. */
const inPage =
  /^(\$\$?eval|addInitScript|evaluate|evaluateAll|evaluateHandle|evaluateOnNewDocument|execute(Async)?Script|waitForFunction)$/;

/** Whether code stands in a function that a script on a server hands over to a browser: `page.evaluate(() => …)`. */
export function isHandedToBrowser(node: TSESTree.Node): boolean {
  for (const up of ancestors(node)) {
    const call = isFunction(up) ? wrapped(up).parent : undefined;
    if (call?.type !== AST_NODE_TYPES.CallExpression) continue;
    if (calleeOf(call) === up || calleeOf(call).type !== AST_NODE_TYPES.MemberExpression) continue;
    if (inPage.test(calleeName(call) ?? "")) return true;
  }
  return false;
}
