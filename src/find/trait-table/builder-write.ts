import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import {
  calleeName,
  calleeOf,
  lastName,
  staticName,
  unwrap,
  wrapped,
} from "../../source/syntax.js";
import { traced, type Traced } from "../tracing/traced.js";
import { Tracer } from "../tracing/tracer.js";
import { functionOf } from "../values/definition.js";
import { returnedBy } from "../values/returned-by.js";
import { isTraitTable } from "./table-reference.js";
import { columnNames, tableName } from "./trait-names.js";

/** Methods by which query builders and mappers write rows. */
const writers =
  /^(bulk(Create|Insert|Update)|create(Many)?(AndReturn)?|doUpdateSet|findOrCreate|insert(Graph|Many|One)?|merge|on(ConflictDoUpdate|DuplicateKeyUpdate)|patch|patchAndFetchById|set|update(Many|One)?(AndReturn)?|upsert(Graph|Many)?|values)$/;

/** Methods that Sets and Maps have too: only with a table in the same chain are they a builder's. */
const ambiguous = /^(merge|set|values)$/;

/** Where mappers are given what they write: `{ data: { … } }`, `{ create: …, update: … }`. */
const payloads = ["data", "set", "$set", "create", "update", "defaults", "values"];

// Payloads are not nested deeper.
const maxDepth = 3;

/** Whether a call of a query builder or mapper writes the traits in Halo's own table. */
export function writesTraits(source: SourceFile, call: TSESTree.CallExpression): boolean {
  const name = calleeName(call) ?? "";
  if (!writers.test(name) || calleeOf(call).type !== AST_NODE_TYPES.MemberExpression) return false;
  const [first] = call.arguments;
  if (!first) return false;
  const isWritten = call.arguments.some((each) => touches(new Tracer(), traced(source, each)));
  if (!isWritten && !columnNames.includes(columnIn(first) ?? "")) return false;
  if (isBuiltOnTable(source, call)) return true;
  // Sets, Maps and their like know no tables.
  if (ambiguous.test(name)) return false;
  return isOfModel(source, call) || (isWritten && isTraitTable(source, first));
}

/** Whether the calls beside it name the table: `knex("end_users")`, `db.update(endUsers)`, `knex.insert(row).into("end_users")`. */
function isBuiltOnTable(source: SourceFile, call: TSESTree.CallExpression): boolean {
  const target = nextCall(call);
  const calls = [...innerCalls(call), ...(target && calleeName(target) === "into" ? [target] : [])];
  return calls.some(({ arguments: given }) =>
    given.some((argument) => isTraitTable(source, argument)),
  );
}

/** `EndUser.update({ … })`, `EndUser.query().patch({ … })`, `prisma.endUsers.update({ data: { … } })` */
function isOfModel(source: SourceFile, call: TSESTree.CallExpression): boolean {
  const before = innerCalls(call).at(-1) ?? call;
  const callee = calleeOf(before);
  const owner = callee.type === AST_NODE_TYPES.MemberExpression ? unwrap(callee.object) : callee;
  const name = lastName(owner) ?? "";
  if (/^[A-Z]/.test(name)) return isTraitTable(source, owner);
  // Other products' clients have end users too; what Prisma is given is all its own.
  const [options, another] = call.arguments;
  const object = options && traced(source, options);
  return (
    tableName.test(name) &&
    object !== undefined &&
    another === undefined &&
    ["create", "data"].some((key) => new Tracer().field(object, key).values.length > 0)
  );
}

/** `"custom_fields"`, or with the table in front. */
function columnIn(node: TSESTree.Node): string | undefined {
  return node.type === AST_NODE_TYPES.Literal && typeof node.value === "string"
    ? node.value.replace(/^.*\./, "")
    : undefined;
}

function touches(tracer: Tracer, value: Traced, depth = 0): boolean {
  if (depth > maxDepth) return false;
  const fn = functionOf(value.source, value.node);
  if (fn)
    return returnedBy(fn.node).some((node) =>
      touches(tracer, { source: fn.source, node, given: value.given }, depth + 1),
    );
  if (columnNames.some((name) => tracer.field(value, name).values.length > 0)) return true;
  const inner = payloads.flatMap((name) => tracer.field(value, name).values);
  const elements = tracer.elements(value).values;
  return [...inner, ...elements].some((each) => touches(tracer, each, depth + 1));
}

/** The call of a method of what a call gives. */
function nextCall(call: TSESTree.CallExpression): TSESTree.CallExpression | undefined {
  const member = wrapped(call).parent;
  const next = member?.type === AST_NODE_TYPES.MemberExpression ? member.parent : undefined;
  return next?.type === AST_NODE_TYPES.CallExpression && calleeOf(next) === member
    ? next
    : undefined;
}

/** The calls of the chain that a call ends. */
export function innerCalls(call: TSESTree.CallExpression): TSESTree.CallExpression[] {
  const calls: TSESTree.CallExpression[] = [];
  for (let node = calleeOf(call); ;) {
    if (node.type === AST_NODE_TYPES.MemberExpression && staticName(node) !== undefined)
      node = unwrap(node.object);
    else if (node.type === AST_NODE_TYPES.CallExpression) {
      calls.push(node);
      node = calleeOf(node);
    } else return calls;
  }
}
