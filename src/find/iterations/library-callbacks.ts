import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { ancestors, calleeName, calleeOf, isLoop, unwrap } from "../../source/syntax.js";
import { importedValue } from "../values/imported-value.js";
import { callbackParameters } from "./callback-parameters.js";
import type { Iteration, IterationRow } from "./iteration.js";
import { libraries, type Library, listFirst } from "./libraries.js";
import { listEvidence } from "./list-evidence.js";
import { isPlural } from "./plural-evidence.js";

/** `_.forEach(users, fn)`, `async.eachLimit(users, 5, fn)`, `pMap(users, fn)`, `Promise.map(users, fn)`, `R.map(fn)`. */
export const libraryCallback: IterationRow = {
  match(node, child, source) {
    if (node.type !== AST_NODE_TYPES.CallExpression) return undefined;
    return (
      listFunction(source, node, child) ??
      chained(source, node, child) ??
      worker(source, node, child) ??
      byConvention(source, node, child)
    );
  },
};

function listFunction(
  source: SourceFile,
  call: TSESTree.CallExpression,
  child: TSESTree.Node,
): Iteration | undefined {
  const index = call.arguments.findIndex((argument) => argument === child);
  if (index === -1) return undefined;
  const found = libraryOf(source, calleeOf(call));
  if (!found) return undefined;
  const { library, name } = found;
  const order = library.order(name);
  const over = call.arguments[order.list];
  // A curried function takes its list in another call.
  if (order.callback !== index || (!over && order.list < order.callback)) return undefined;
  if (over && listEvidence(source, over) === "single") return undefined;
  return {
    ...base(source, call, child),
    label: `${calleeName(call) ?? name}()`,
    over,
    results: library.ignoring?.test(name) === true ? "ignored" : library.results,
    endsWith:
      isOfLibrary(source, call, library) && isRunHere(library, call, index, over)
        ? library.endsWith
        : "unknown",
    assumed: !isOfLibrary(source, call, library),
    overlaps: library.endsWith === "promise" && library.oneByOne?.test(name) !== true,
  };
}

/** Whether a call is of the library for certain, and not of a namesake of the project's own; neo-async gives no promises. */
function isOfLibrary(
  source: SourceFile,
  call: TSESTree.CallExpression,
  { modules, functions, endsWith }: Library,
): boolean {
  const value = importedValue(source, calleeOf(call));
  if (!value) return functions !== undefined;
  return modules.test(value.module) && (endsWith !== "promise" || value.module !== "neo-async");
}

/** Whether a call makes the turns itself, and tells by its own value when they are over. */
function isRunHere(
  { takesFinalCallback }: Library,
  call: TSESTree.CallExpression,
  index: number,
  over: TSESTree.Node | undefined,
): boolean {
  // `R.forEach(fn)(users)`: what it gives is called at once.
  const isCurried = !over;
  if (isCurried)
    return call.parent.type === AST_NODE_TYPES.CallExpression && call.parent.callee === call;
  return takesFinalCallback !== true || call.arguments.length === index + 1;
}

/** `_(users).forEach(fn)`, `_.chain(users).map(fn).value()`: a chain that nothing ends may run later. */
function chained(
  source: SourceFile,
  call: TSESTree.CallExpression,
  child: TSESTree.Node,
): Iteration | undefined {
  const callee = calleeOf(call);
  const name = calleeName(call) ?? "";
  if (call.arguments[0] !== child || callee.type !== AST_NODE_TYPES.MemberExpression)
    return undefined;
  if (!/^(each|eachRight|filter|flatMap|forEach|map|mapValues)$/.test(name)) return undefined;
  const start = chainStart(source, callee.object);
  return (
    start?.over && {
      ...base(source, call, child),
      label: `${name}()`,
      over: start.over,
      results: /^(each|forEach)/.test(name) ? "ignored" : "used",
      endsWith: endsChain(call, start.isExplicit) ? "call" : "unknown",
    }
  );
}

/** Whether the chain runs where it is written: at a `value()`, or where `forEach` ends one that no `chain` began. */
function endsChain(link: TSESTree.CallExpression, isExplicit: boolean): boolean {
  let last = link;
  for (const up of ancestors(link)) {
    if (up.type === AST_NODE_TYPES.CallExpression && calleeOf(up) === last.parent) last = up;
    else if (up.type !== AST_NODE_TYPES.MemberExpression || up.object !== last) break;
  }
  const name = calleeName(last) ?? "";
  return name === "value" || (!isExplicit && /^(each|forEach)/.test(name));
}

interface ChainStart {
  over: TSESTree.Node | undefined;
  /** Whether it begins with `chain`, and so runs at its `value()` only. */
  isExplicit: boolean;
}

function chainStart(source: SourceFile, expression: TSESTree.Node): ChainStart | undefined {
  let node = unwrap(expression);
  while (node.type === AST_NODE_TYPES.CallExpression) {
    const callee = calleeOf(node);
    const isExplicit =
      callee.type === AST_NODE_TYPES.MemberExpression && calleeName(node) === "chain";
    const owner = isExplicit ? unwrap(callee.object) : callee;
    if (owner.type === AST_NODE_TYPES.Identifier && isLodash(source, owner))
      return { over: node.arguments[0], isExplicit };
    if (callee.type !== AST_NODE_TYPES.MemberExpression) return undefined;
    node = unwrap(callee.object);
  }
  return undefined;
}

function isLodash(source: SourceFile, name: TSESTree.Identifier): boolean {
  const value = importedValue(source, name);
  return value
    ? /^(lodash(-es)?|underscore)$/.test(value.module) && value.path.length === 0
    : !bindingOf(source, name) && name.name === "_";
}

/** `async.queue(worker)`, `fastq(worker)`, where the file itself feeds the queue with a list. */
function worker(
  source: SourceFile,
  call: TSESTree.CallExpression,
  child: TSESTree.Node,
): Iteration | undefined {
  if (call.arguments[0] !== child || !makesQueue(source, calleeOf(call))) return undefined;
  if (!isFed(source, call)) return undefined;
  return {
    ...base(source, call, child),
    label: `${calleeName(call) ?? "queue"}()`,
    results: "used",
  };
}

function makesQueue(source: SourceFile, callee: TSESTree.Node): boolean {
  const value = importedValue(source, callee);
  if (value?.module === "fastq") return /^(promise)?$/.test(value.path.join("."));
  return isNamed(
    source,
    callee,
    /^(async|async-es|neo-async)(\/\w+)?$/,
    /^async$/,
    /^(queue|priorityQueue|cargo)$/,
  );
}

function isFed(source: SourceFile, made: TSESTree.CallExpression): boolean {
  const declarator = made.parent;
  const variable =
    declarator.type === AST_NODE_TYPES.VariableDeclarator
      ? bindingOf(source, declarator.id)
      : undefined;
  return (variable?.references ?? []).some(({ identifier }) => {
    const push = identifier.parent.parent;
    if (push?.type !== AST_NODE_TYPES.CallExpression) return false;
    if (!/^(push|unshift|pushAsync)$/.test(calleeName(push) ?? "")) return false;
    const [pushed] = push.arguments;
    return (pushed !== undefined && isPlural(source, pushed)) || isInLoop(push);
  });
}

function isInLoop(node: TSESTree.Node): boolean {
  for (const up of ancestors(node)) {
    if (isLoop(up)) return true;
    if (up.type === AST_NODE_TYPES.CallExpression && /^(forEach|map)$/.test(calleeName(up) ?? ""))
      return true;
  }
  return false;
}

// `forEachLimit`, `mapInBatches`, `parallelMap`, `limit.map`.
const conventionalNames =
  /^_?(async|concurrent|parallel|p|seq|serial)?(each|forEach|map)(Async|Batch(ed)?|Chunk(ed)?|Concurrent(ly)?|In(Batches|Chunks|Parallel|Series|Sequence)|Limit|Parallel|Seq|Serial|Series|WithConcurrency)?$/i;

/** A function of whatever origin that is called as such functions are, and handed a list. */
function byConvention(
  source: SourceFile,
  call: TSESTree.CallExpression,
  child: TSESTree.Node,
): Iteration | undefined {
  const name = calleeName(call) ?? "";
  const [over] = call.arguments;
  if (!over || over === child || !conventionalNames.test(name) || !isPlural(source, over))
    return undefined;
  if (!call.arguments.some((argument) => argument === child)) return undefined;
  return {
    ...base(source, call, child),
    label: `${name}()`,
    over,
    results: "used",
    assumed: true,
  };
}

interface LibraryFunction {
  library: Library;
  name: string;
}

function libraryOf(source: SourceFile, callee: TSESTree.Node): LibraryFunction | undefined {
  for (const library of libraries) {
    const name = functionName(source, callee, library);
    if (name !== undefined) return { library, name };
  }
  return undefined;
}

function functionName(
  source: SourceFile,
  callee: TSESTree.Node,
  { modules, names, functions }: Library,
): string | undefined {
  const value = importedValue(source, callee);
  if (value && modules.test(value.module)) {
    // `lodash/forEach` is the function, and so is all of `p-map`.
    const name = value.path.at(-1) ?? value.module.replace(/^.*\/|\.js$/g, "");
    if (functions) {
      // `Effect.forEach` of `import { Effect } from "effect"`.
      const isMember = value.path.length <= 1 || names?.test(value.path[0] ?? "") === true;
      return isMember && functions.test(name) ? name : undefined;
    }
    return value.path.length === 0 || names?.test(name) ? name : undefined;
  }
  if (!names) return undefined;
  if (!functions) {
    return callee.type === AST_NODE_TYPES.Identifier && names.test(callee.name)
      ? callee.name
      : undefined;
  }
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return undefined;
  const owner = unwrap(callee.object);
  const name = callee.property.type === AST_NODE_TYPES.Identifier ? callee.property.name : "";
  const isNamedSo = owner.type === AST_NODE_TYPES.Identifier && names.test(owner.name);
  return isNamedSo && !value && !bindingOf(source, owner) && functions.test(name)
    ? name
    : undefined;
}

function isNamed(
  source: SourceFile,
  callee: TSESTree.Node,
  modules: RegExp,
  names: RegExp,
  functions: RegExp,
): boolean {
  const library = { modules, names, functions, order: () => listFirst };
  return (
    functionName(source, callee, { ...library, results: "used", endsWith: "unknown" }) !== undefined
  );
}

function base(source: SourceFile, call: TSESTree.CallExpression, child: TSESTree.Node) {
  return {
    id: "library-callback",
    node: call,
    body: child,
    elements: callbackParameters(source, child),
    over: undefined,
    unbounded: false,
    counted: false,
    endsWith: "unknown",
  } as const satisfies Partial<Iteration>;
}
