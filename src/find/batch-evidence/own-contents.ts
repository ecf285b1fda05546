import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import {
  calleeName,
  descendants,
  type FunctionNode,
  isFunction,
  staticName,
} from "../../source/syntax.js";

/** What a function or a program holds itself, without the functions in it. */
export interface Contents {
  /** By the last name of what they call: `constructEvent` of `stripe.webhooks.constructEvent(…)`. */
  calls: ReadonlyMap<string, TSESTree.CallExpression>;
  members: ReadonlySet<string>;
  /** Literals, those of types too. */
  literals: ReadonlySet<string>;
  types: ReadonlySet<string>;
}

const known = new WeakMap<TSESTree.Node, Contents>();

/** Reads each function once, however many calls it holds. */
export function ownContents(owner: FunctionNode | TSESTree.Program): Contents {
  let contents = known.get(owner);
  if (!contents) known.set(owner, (contents = look(owner)));
  return contents;
}

function look(owner: FunctionNode | TSESTree.Program): Contents {
  const calls = new Map<string, TSESTree.CallExpression>();
  const members = new Set<string>();
  const literals = new Set<string>();
  const types = new Set<string>();
  for (const node of descendants(owner, (below) => below === owner || !isFunction(below))) {
    switch (node.type) {
      case AST_NODE_TYPES.CallExpression:
        calls.set(calleeName(node) ?? "", node);
        break;
      case AST_NODE_TYPES.MemberExpression:
        members.add(staticName(node) ?? "");
        break;
      case AST_NODE_TYPES.Literal:
        literals.add(String(node.value));
        break;
      case AST_NODE_TYPES.TSTypeReference:
        if (node.typeName.type === AST_NODE_TYPES.Identifier) types.add(node.typeName.name);
    }
  }
  return { calls, members, literals, types };
}
