import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { oncePerState } from "../source/modules.js";
import { descendants } from "../source/syntax.js";
import { identifyCall, type IdentifyCall } from "./identify-call.js";
import type { Settings } from "./settings.js";
import { haloValues } from "./values/halo-value.js";

/** The calls of a file: those that identify by themselves, and all others, each in the order of the source. */
export interface FileCalls {
  identifying: readonly IdentifyCall[];
  others: readonly (TSESTree.CallExpression | TSESTree.NewExpression)[];
}

/** Sorts the calls of a file. Remembered, for a file is asked for its findings and for what its functions do. */
export const callsOf = oncePerState((source, settings: Settings): FileCalls => {
  const values = haloValues(source, settings);
  const identifying: IdentifyCall[] = [];
  const others: FileCalls["others"][number][] = [];
  for (const node of descendants(source.ast)) {
    if (node.type === AST_NODE_TYPES.NewExpression) others.push(node);
    if (node.type !== AST_NODE_TYPES.CallExpression) continue;
    const identify = identifyCall(source, values, node, settings);
    if (identify) identifying.push(identify);
    else others.push(node);
  }
  return { identifying, others };
});
