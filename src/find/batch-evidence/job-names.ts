import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import {
  calleeName,
  calleeOf,
  type FunctionNode,
  staticName,
  unwrap,
} from "../../source/syntax.js";
import { staticTexts, unknownPart } from "../values/static-text.js";
import type { Branch, SurroundingCall } from "../uses/surroundings.js";
import { constantExpression } from "../values/constant-expression.js";
import type { EvidenceRow, CallPlace } from "./evidence.js";
import { wordsOf } from "./function-role.js";
import { methodDecorators } from "./method-decorators.js";

// What hands the jobs of a queue, or the events of a bus, to a function.
const consumers = new Set(
  "Worker consume createFunction define process subscribe task work".split(" "),
);
const queueDecorators = /^(Processor|Process|MessagePattern|EventPattern|SqsMessageHandler)$/;

const batchWords = new Set(
  "backfill backfills bulk import imports migrate migration nightly reconcile resync sync".split(
    " ",
  ),
);
// A job of one of these words is about a user who is here, whatever its queue is called.
const liveWords = /(sign|log)(ed|ged)?[-_.\s]?(up|in|on)|regist|session|created|verif|invite/i;

/** `new Worker("halo-backfill", …)`, `{ event: "crm/import.row" }`, `case "nightly-sync":` of a job's name */
export const batchJobName: EvidenceRow = {
  // More than the `job` that the function is given weighs against it.
  weight: 6,
  reason: "A queue whose name says so carries users who are not there.",
  find(place) {
    const names = jobNames(place);
    if (names.some((name) => liveWords.test(name))) return undefined;
    const name = names.find((each) => wordsOf(each).some((word) => batchWords.has(word)));
    return name === undefined ? undefined : `its job or queue is named ${name}`;
  },
};

/** What the queue, the job or the event is called that a function around a place is for. */
export function jobNames({ source, calls, branches, functions }: CallPlace): string[] {
  return [
    ...calls.flatMap((call) => namesIn(source, call)),
    ...branches.flatMap((branch) => namesOfBranch(source, branch)),
    ...functions.flatMap((fn) => namesInDecorators(source, fn)),
  ];
}

function namesIn(source: SourceFile, { call, through }: SurroundingCall): string[] {
  const name = calleeName(call) ?? "";
  if (!consumers.has(name)) return [];
  // Other calls of these names take objects of functions: the hooks of a model that is defined, say.
  const isObject = through.type === AST_NODE_TYPES.ObjectExpression;
  if (isObject && name !== "task") return [];
  const named = call.arguments.flatMap((argument) => {
    if (argument.type !== AST_NODE_TYPES.ObjectExpression) return textsOf(source, argument);
    // The id of an object beside the function is what the function is called, and not its job.
    const keys = argument === through ? /^(id|name|queue|event)$/ : /^event$/;
    return namesInObject(source, argument, keys);
  });
  return [...named, ...queueNames(source, call)];
}

function namesInObject(
  source: SourceFile,
  object: TSESTree.ObjectExpression,
  keys: RegExp,
): string[] {
  return object.properties.flatMap((property) => {
    if (property.type !== AST_NODE_TYPES.Property) return [];
    const name = staticName(property) ?? "";
    if (keys.test(name)) return textsOf(source, property.value);
    if (name !== "triggers" || property.value.type !== AST_NODE_TYPES.ArrayExpression) return [];
    return property.value.elements.flatMap((trigger) =>
      trigger?.type === AST_NODE_TYPES.ObjectExpression
        ? namesInObject(source, trigger, /^event$/)
        : [],
    );
  });
}

/** `crm` of `new Queue("crm").process(…)`, also by a constant. */
export function queueNames(
  source: SourceFile,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): string[] {
  const callee = calleeOf(call);
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return [];
  const queue = constantExpression(source, callee.object);
  if (queue?.type !== AST_NODE_TYPES.NewExpression || calleeName(queue)?.endsWith("Queue") !== true)
    return [];
  const [name] = queue.arguments;
  return name ? textsOf(source, name) : [];
}

/** `case "import":` of `switch (job.name)`, `if (job.name === "import")`. */
function namesOfBranch(source: SourceFile, branch: Branch): string[] {
  if (branch.type === AST_NODE_TYPES.SwitchCase) {
    const isJob = isNameOfJob(branch.parent.discriminant);
    return isJob && branch.test ? textsOf(source, branch.test) : [];
  }
  const { test } = branch;
  if (test.type !== AST_NODE_TYPES.BinaryExpression || !/^===?$/.test(test.operator)) return [];
  return isNameOfJob(test.left) ? textsOf(source, test.right) : [];
}

function isNameOfJob(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  return (
    node.type === AST_NODE_TYPES.MemberExpression &&
    /^(name|type|kind)$/.test(staticName(node) ?? "")
  );
}

/** NestJS' `@Process("import")`, and `@Processor("crm")` of the class. */
function namesInDecorators(source: SourceFile, fn: FunctionNode): string[] {
  const { ofMethod, ofClass } = methodDecorators(fn);
  return [...ofMethod, ...ofClass].flatMap((call) => {
    const [name] = call.arguments;
    return name && queueDecorators.test(calleeName(call) ?? "") ? textsOf(source, name) : [];
  });
}

/** The texts that an expression can be, where they are wholly known. */
export function textsOf(source: SourceFile, expression: TSESTree.Node): string[] {
  return staticTexts(source, expression).filter((text) => !text.includes(unknownPart));
}
