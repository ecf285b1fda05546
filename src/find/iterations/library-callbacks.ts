import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { ancestors, calleeName, calleeOf, isLoop, unwrap } from "../../source/syntax.js";
import { importedValue } from "../values/imported-value.js";
import { callbackParameters } from "./callback-parameters.js";
import type { Iteration, IterationRow } from "./iteration.js";
import { listEvidence } from "./list-evidence.js";
import { isPlural } from "./plural-evidence.js";

/** A family of functions that take a list and a callback. */
interface Library {
  modules: RegExp;
  /** The names that a script or a file without the import calls it by. */
  names?: RegExp;
  /** The functions that call back per element. Where it is `undefined`, the module itself is one. */
  functions: RegExp | undefined;
  /** Where the list and the callback stand among the arguments. */
  order: (name: string) => { list: number; callback: number };
  results: Iteration["results"];
  endsWith: Iteration["endsWith"];
}

const listFirst = { list: 0, callback: 1 };

// `fp.map(fn, list)`, `R.map(fn)(list)`, `R.pipe(R.map(fn))`: the list comes last, perhaps much later.
const listLast = { list: 1, callback: 0 };

const libraries: readonly Library[] = [
  {
    modules: /^(ramda|rambda|lodash\/fp)$/,
    names: /^(R|fp)$/,
    functions:
      /^(each|forEach|forEachObjIndexed|map|mapAsync|chain|flatMap|filter|traverse|addIndex)$/,
    order: () => listLast,
    results: "collected",
    endsWith: "unknown",
  },
  {
    modules: /^(lodash(-es)?|underscore)(\/\w+)?(\.js)?$/,
    names: /^(_|lodash|underscore)$/,
    functions:
      /^(each|eachRight|every|filter|find|flatMap|forEach|forEachRight|forIn|forOwn|map|mapValues|reduce|reject|some|times|transform)$/,
    order: () => listFirst,
    // But those of `forEach`, which says so itself.
    results: "used",
    endsWith: "call",
  },
  {
    modules: /^(async|async-es|neo-async)(\/\w+)?(\.js)?$/,
    names: /^async$/,
    functions:
      /^(concat|detect|each|eachOf|every|filter|forEach|forEachOf|groupBy|map|mapValues|reject|some|sortBy|reduce|reduceRight|transform)(Series|Limit)?$/,
    order: (name) => ({ list: 0, callback: /Limit$|^(reduce|transform)/.test(name) ? 2 : 1 }),
    results: "used",
    endsWith: "unknown",
  },
  {
    modules: /^bluebird(-lst)?$/,
    names: /^(Promise|Bluebird|BPromise|BB)$/,
    functions: /^(each|map|mapSeries|filter|reduce)$/,
    order: () => listFirst,
    results: "collected",
    endsWith: "promise",
  },
  {
    modules: /^(p-(each-series|filter|map|map-series|each|reduce)|delay-map)$/,
    names: /^p(EachSeries|Filter|Map|MapSeries|Reduce)$/,
    functions: undefined,
    order: () => listFirst,
    results: "collected",
    endsWith: "promise",
  },
  {
    modules: /^tiny-async-pool$/,
    names: /^asyncPool$/,
    functions: undefined,
    order: () => ({ list: 1, callback: 2 }),
    results: "collected",
    endsWith: "unknown",
  },
  {
    modules: /^(p-iteration|awaity|modern-async|radash)$/,
    functions:
      /^(each|eachSeries|forEach|forEachSeries|forEachLimit|map|mapSeries|mapLimit|asyncForEach|asyncMap)$/,
    order: () => listFirst,
    results: "collected",
    endsWith: "promise",
  },
  {
    modules: /^(effect|effect\/(Effect|Stream)|@effect\/io\/Effect)$/,
    names: /^Effect$/,
    functions: /^(forEach|validateAll|partition)$/,
    order: () => listFirst,
    results: "collected",
    endsWith: "unknown",
  },
];

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
    results:
      library.endsWith === "call" && /^(each|forEach)/.test(name) ? "ignored" : library.results,
    endsWith: library.endsWith,
  };
}

/** `_(users).forEach(fn)`, `_.chain(users).map(fn)`: the chain may run later. */
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
  const over = chainStart(source, callee.object);
  return over && { ...base(source, call, child), label: `${name}()`, over, results: "used" };
}

function chainStart(source: SourceFile, expression: TSESTree.Node): TSESTree.Node | undefined {
  let node = unwrap(expression);
  while (node.type === AST_NODE_TYPES.CallExpression) {
    const callee = calleeOf(node);
    const owner =
      callee.type === AST_NODE_TYPES.MemberExpression && calleeName(node) === "chain"
        ? unwrap(callee.object)
        : callee;
    if (owner.type === AST_NODE_TYPES.Identifier && isLodash(source, owner))
      return node.arguments[0];
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
  return { ...base(source, call, child), label: `${name}()`, over, results: "used" };
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
