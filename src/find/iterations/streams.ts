import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { calleeName, calleeOf, lastName, staticName, wrapped } from "../../source/syntax.js";
import { instantiations } from "../values/instantiations.js";
import { callbackParameters } from "./callback-parameters.js";
import type { Iteration, IterationRow } from "./iteration.js";
import { isFromLive, isRecordStream } from "./stream-evidence.js";

const recordEvents = new Set(["data", "document", "entry", "line", "record", "result", "row"]);

/** `.on("data", (row) => …)` of a stream, a cursor, a parser, a reader of lines. */
export const streamEvent: IterationRow = {
  match(node, child, source) {
    if (node.type !== AST_NODE_TYPES.CallExpression || node.arguments[1] !== child)
      return undefined;
    const callee = calleeOf(node);
    const [event] = node.arguments;
    if (!/^(on|addListener)$/.test(calleeName(node) ?? "")) return undefined;
    if (callee.type !== AST_NODE_TYPES.MemberExpression) return undefined;
    if (event?.type !== AST_NODE_TYPES.Literal || !recordEvents.has(String(event.value)))
      return undefined;
    if (!isRecordStream(source, callee.object)) return undefined;
    return {
      ...recordIteration(source, node, child),
      id: "stream-event",
      label: `on("${String(event.value)}")`,
    };
  },
};

const stageClasses = /^(Duplex|Transform|TransformStream|Writable|WritableStream)$/;
const stageMakers = /^(through2?|obj|mapSync|parallel)$/;
const stageMembers = /^_?(transform|write|writev)$/;

/** `pipeline(source, new Writable({ write(user) { … } }))`, and classes that are such a stage. */
export const streamStage: IterationRow = {
  match(node, child, source) {
    const made = stageAround(source, node, child);
    if (!made?.stages.some((stage) => isPiped(source, stage))) return undefined;
    return {
      ...recordIteration(source, made.node, child),
      id: "stream-stage",
      label: `${made.name}()`,
    };
  },
};

interface Stage {
  node: TSESTree.Node;
  name: string;
  /** The expressions that make the stream. */
  stages: readonly TSESTree.Node[];
}

function stageAround(
  source: SourceFile,
  node: TSESTree.Node,
  child: TSESTree.Node,
): Stage | undefined {
  switch (node.type) {
    case AST_NODE_TYPES.Property: {
      const name = staticName(node) ?? "";
      const made = node.parent.parent;
      const isStage =
        node.value === child &&
        stageMembers.test(name) &&
        made.type === AST_NODE_TYPES.NewExpression &&
        stageClasses.test(calleeName(made) ?? "");
      return isStage ? { node: made, name, stages: [made] } : undefined;
    }
    case AST_NODE_TYPES.MethodDefinition: {
      const name = staticName(node) ?? "";
      const owner = node.parent.parent;
      const parent = owner.superClass;
      const isStage =
        stageMembers.test(name) && parent !== null && stageClasses.test(lastName(parent) ?? "");
      return isStage ? { node: owner, name, stages: instantiations(source, owner) } : undefined;
    }
    case AST_NODE_TYPES.CallExpression: {
      const name = calleeName(node) ?? "";
      const isStage =
        stageMakers.test(name) && node.arguments.some((argument) => argument === child);
      return isStage ? { node, name, stages: [node] } : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether records flow into a stream: by `pipeline(source, stage)`, or by `source.pipe(stage)`. */
function isPiped(source: SourceFile, stage: TSESTree.Node): boolean {
  const parent = wrapped(stage).parent;
  if (parent?.type === AST_NODE_TYPES.VariableDeclarator) {
    const references = bindingOf(source, parent.id)?.references ?? [];
    return references.some(({ identifier, init }) => init !== true && isPipeArgument(identifier));
  }
  return isPipeArgument(stage);
}

function isPipeArgument(node: TSESTree.Node): boolean {
  const call = wrapped(node).parent;
  if (call?.type !== AST_NODE_TYPES.CallExpression) return false;
  const name = calleeName(call) ?? "";
  const callee = calleeOf(call);
  if (/^(compose|pipeThrough|pipeTo|pipe)$/.test(name))
    return callee.type === AST_NODE_TYPES.MemberExpression && !isFromLive(callee.object);
  const [first] = call.arguments;
  return /^(pipeline|pump|pumpify)$/.test(name) && first !== undefined && !isFromLive(first);
}

/** What the rows of records that come one by one have in common. */
export function recordIteration(source: SourceFile, node: TSESTree.Node, child: TSESTree.Node) {
  return {
    node,
    body: child,
    elements: callbackParameters(source, child),
    over: undefined,
    unbounded: true,
    counted: false,
    results: "ignored",
    endsWith: "unknown",
  } as const satisfies Partial<Iteration>;
}
