import type { Iteration } from "./iteration.js";

/** A family of functions that take a list and a callback. */
export interface Library {
  modules: RegExp;
  /** The names that a script or a file without the import calls it by. */
  names?: RegExp;
  /** The functions that call back per element. Where it is `undefined`, the module itself is one. */
  functions: RegExp | undefined;
  /** Where the list and the callback stand among the arguments. */
  order: (name: string) => { list: number; callback: number };
  results: Iteration["results"];
  /** The functions that do nothing with what the callback gives, but wait for it. */
  ignoring?: RegExp;
  endsWith: Iteration["endsWith"];
  /** The functions, among those that give a promise, which take one element after another. */
  oneByOne?: RegExp;
  /** Whether a callback of the caller's, as the last argument, takes the place of the promise. */
  takesFinalCallback?: boolean;
}

/** The places of `pMap(users, fn)`. */
export const listFirst = { list: 0, callback: 1 };

// `fp.map(fn, list)`, `R.map(fn)(list)`, `R.pipe(R.map(fn))`: the list comes last, perhaps much later.
const listLast = { list: 1, callback: 0 };

/** Libraries, and when the turns are over that they make. */
export const libraries: readonly Library[] = [
  {
    modules: /^(ramda|rambda|lodash\/fp)$/,
    names: /^(R|fp)$/,
    functions:
      /^(each|forEach|forEachObjIndexed|map|mapAsync|chain|flatMap|filter|traverse|addIndex)$/,
    order: () => listLast,
    results: "collected",
    ignoring: /^(each|forEach)/,
    endsWith: "call",
  },
  {
    modules: /^(lodash(-es)?|underscore)(\/\w+)?(\.js)?$/,
    names: /^(_|lodash|underscore)$/,
    functions:
      /^(each|eachRight|every|filter|find|flatMap|forEach|forEachRight|forIn|forOwn|map|mapValues|reduce|reject|some|times|transform)$/,
    order: () => listFirst,
    results: "used",
    ignoring: /^(each|forEach)/,
    endsWith: "call",
  },
  {
    modules: /^(async|async-es|neo-async)(\/\w+)?(\.js)?$/,
    names: /^async$/,
    functions:
      /^(concat|detect|each|eachOf|every|filter|forEach|forEachOf|groupBy|map|mapValues|reject|some|sortBy|reduce|reduceRight|transform)(Series|Limit)?$/,
    order: (name) => ({ list: 0, callback: /Limit$|^(reduce|transform)/.test(name) ? 2 : 1 }),
    results: "used",
    ignoring: /^(each|forEach)/,
    // From version 3 on: https://caolan.github.io/async/v3/
    endsWith: "promise",
    oneByOne: /Series$|^reduce/,
    takesFinalCallback: true,
  },
  {
    modules: /^bluebird(-lst)?$/,
    names: /^(Promise|Bluebird|BPromise|BB)$/,
    functions: /^(each|map|mapSeries|filter|reduce)$/,
    order: () => listFirst,
    results: "collected",
    // `each` gives the list that it was given.
    ignoring: /^each$/,
    endsWith: "promise",
    oneByOne: /^(each|mapSeries|reduce)$/,
  },
  {
    modules: /^(p-(each-series|filter|map|map-series|each|reduce)|delay-map)$/,
    names: /^p(EachSeries|Filter|Map|MapSeries|Reduce)$/,
    functions: undefined,
    order: () => listFirst,
    results: "collected",
    ignoring: /each/i,
    endsWith: "promise",
    oneByOne: /series|reduce/i,
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
    ignoring: /each/i,
    endsWith: "promise",
    oneByOne: /series/i,
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
