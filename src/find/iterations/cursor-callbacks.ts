import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { calleeName, calleeOf, staticName, unwrap } from "../../source/syntax.js";
import type { Iteration, IterationRow } from "./iteration.js";
import { listEvidence } from "./list-evidence.js";
import { isPlural } from "./plural-evidence.js";
import { recordIteration } from "./streams.js";

/** A method or option that is told each record, and which of its callback's parameters holds it. */
interface RecordCallback {
  element: number;
  endsWith: Iteration["endsWith"];
  /** Whether a promise that the callback gives is not waited for. */
  dropsPromises?: true;
  /** Whether several records are worked on at once. */
  overlaps?: true;
}

const recordMethods: Record<string, RecordCallback> = {
  // mongoose's cursor, rethinkdb's
  eachAsync: { element: 0, endsWith: "promise" },
  // Stripe's lists
  autoPagingEach: { element: 0, endsWith: "promise" },
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
    const iteration = recordIteration(source, node, child);
    const { elements } = iteration;
    return {
      ...iteration,
      id: "cursor",
      label: `${name}()`,
      // Both conventions are about: the record alone, or after an error or a count.
      elements: elements.length > method.element ? elements.slice(0, 2) : elements,
      endsWith: method.endsWith,
      assumed: name === "each",
      dropsPromises: method.dropsPromises === true,
      // mongoose: eachAsync(fn, { parallel: 8 })
      overlaps: method.overlaps === true || node.arguments.length > 1,
    };
  },
};

function recordMethod(
  source: SourceFile,
  call: TSESTree.CallExpression,
  object: TSESTree.Node,
  name: string,
): RecordCallback | undefined {
  // The MongoDB driver's calls back without waiting for what comes of it.
  if (name === "forEach" && isCursor(source, object))
    return { element: 0, endsWith: "promise", dropsPromises: true };
  if (name === "process" && isPool(source, object))
    return { element: 0, endsWith: "promise", overlaps: true };
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
  return { ...recordIteration(source, call, child), id: "cursor", label: `${name}()` };
}
