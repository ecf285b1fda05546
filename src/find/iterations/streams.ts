import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { calleeName, calleeOf, staticName, unwrap, wrapped } from "../../source/syntax.js";
import { callbackParameters } from "./callback-parameters.js";
import type { Iteration, IterationRow } from "./iteration.js";
import { listEvidence } from "./list-evidence.js";
import { isPlural } from "./plural-evidence.js";
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
      ...base(source, node, child),
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
    return { ...base(source, made.node, child), id: "stream-stage", label: `${made.name}()` };
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
      const parent = owner.superClass && unwrap(owner.superClass);
      const isStage =
        stageMembers.test(name) &&
        parent !== null &&
        stageClasses.test(
          parent.type === AST_NODE_TYPES.MemberExpression
            ? (staticName(parent) ?? "")
            : parent.type === AST_NODE_TYPES.Identifier
              ? parent.name
              : "",
        );
      return isStage ? { node: owner, name, stages: instancesOf(source, owner) } : undefined;
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

function instancesOf(
  source: SourceFile,
  owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression,
): TSESTree.Node[] {
  // A class declares its name twice, inside and outside of itself.
  const variables = source.scopes.getDeclaredVariables(owner);
  const references = variables.flatMap((variable) => variable.references);
  return references.flatMap(({ identifier: { parent } }) =>
    parent.type === AST_NODE_TYPES.NewExpression ? [parent] : [],
  );
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

/** A method or option that is told each record, and which of its callback's parameters holds it. */
interface RecordCallback {
  element: number;
  endsWith: Iteration["endsWith"];
}

const recordMethods: Record<string, RecordCallback> = {
  // mongoose's cursor, rethinkdb's
  eachAsync: { element: 0, endsWith: "promise" },
  // sqlite3: db.each(sql, (error, row) => …); a cursor, a jQuery list
  each: { element: 1, endsWith: "unknown" },
  // cassandra-driver: client.eachRow(query, parameters, (n, row) => …)
  eachRow: { element: 1, endsWith: "unknown" },
  // line-reader
  eachLine: { element: 0, endsWith: "unknown" },
};

/** `cursor.eachAsync(fn)`, `cursor.forEach(fn)`, `PromisePool.for(users).process(fn)`, `Papa.parse(file, { step })`. */
export const cursorCallback: IterationRow = {
  match(node, child, source) {
    if (node.type === AST_NODE_TYPES.Property) return parserOption(source, node, child);
    if (node.type !== AST_NODE_TYPES.CallExpression) return undefined;
    if (!node.arguments.some((argument) => argument === child)) return undefined;
    const callee = calleeOf(node);
    if (callee.type !== AST_NODE_TYPES.MemberExpression) return undefined;
    const name = calleeName(node) ?? "";
    const method = recordMethod(source, node, callee.object, name);
    if (!method || listEvidence(source, callee.object) === "single") return undefined;
    const iteration = base(source, node, child);
    const { elements } = iteration;
    return {
      ...iteration,
      id: "cursor",
      label: `${name}()`,
      // Both conventions are about: the record alone, or after an error or a count.
      elements: elements.length > method.element ? elements.slice(0, 2) : elements,
      endsWith: method.endsWith,
    };
  },
};

function recordMethod(
  source: SourceFile,
  call: TSESTree.CallExpression,
  object: TSESTree.Node,
  name: string,
): RecordCallback | undefined {
  if (name === "forEach" && isCursor(source, object)) return { element: 0, endsWith: "promise" };
  if (name === "process" && isPool(source, object)) return { element: 0, endsWith: "promise" };
  // knex: query.stream((stream) => …) hands over the stream, whose own row counts.
  if (name === "each" && call.arguments.length === 1) return { element: 0, endsWith: "unknown" };
  return Object.hasOwn(recordMethods, name) ? recordMethods[name] : undefined;
}

/** `db.collection("users").find()`, `User.find().cursor()`, or what is named so. */
function isCursor(source: SourceFile, object: TSESTree.Node): boolean {
  const node = unwrap(object);
  if (node.type === AST_NODE_TYPES.AwaitExpression) return false;
  if (node.type === AST_NODE_TYPES.Identifier) return /cursor$/i.test(node.name);
  if (node.type !== AST_NODE_TYPES.CallExpression) return false;
  const name = calleeName(node) ?? "";
  const [first] = node.arguments;
  if (/^(aggregate|cursor)$/.test(name)) return true;
  if (name === "find") return first === undefined || first.type === AST_NODE_TYPES.ObjectExpression;
  const callee = calleeOf(node);
  return (
    /^(batchSize|limit|project|skip|sort)$/.test(name) &&
    callee.type === AST_NODE_TYPES.MemberExpression &&
    isCursor(source, callee.object)
  );
}

/** `PromisePool.withConcurrency(5).for(users)`. */
function isPool(source: SourceFile, object: TSESTree.Node): boolean {
  for (let node = unwrap(object); node.type === AST_NODE_TYPES.CallExpression;) {
    const callee = calleeOf(node);
    if (callee.type !== AST_NODE_TYPES.MemberExpression) return false;
    const [list] = node.arguments;
    if (calleeName(node) === "for" && list) {
      return isPlural(source, list) || source.text.slice(...callee.object.range).includes("Pool");
    }
    node = unwrap(callee.object);
  }
  return false;
}

/** `Papa.parse(file, { step: (row) => … })`. */
function parserOption(
  source: SourceFile,
  property: TSESTree.Property,
  child: TSESTree.Node,
): Iteration | undefined {
  const call = property.parent.parent;
  const name = staticName(property) ?? "";
  if (property.value !== child || !/^(chunk|on_record|onRecord|step)$/.test(name)) return undefined;
  if (call.type !== AST_NODE_TYPES.CallExpression || calleeName(call)?.startsWith("parse") !== true)
    return undefined;
  return { ...base(source, call, child), id: "cursor", label: `${name}()` };
}

function base(source: SourceFile, node: TSESTree.Node, child: TSESTree.Node) {
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
