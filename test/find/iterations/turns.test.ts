import { expect, it } from "vitest";
import { find } from "../../../src/find/find.js";
import { defaultSettings } from "../../../src/find/settings.js";
import { root } from "../find-case.js";
import { parsed } from "../run-cases.js";

/** What a rewrite relies on: what each turn is given, of what, and when the last one is over. */
interface Turns {
  /** The construct that is found, where its identify is `ha.identify(user.id)`. */
  code: string;
  over: string | undefined;
  elements: readonly string[];
  results: "collected" | "ignored" | "used";
  endsWith: "call" | "promise" | "unknown";
  /** What else holds, by the names of `Iteration`. */
  flags?: readonly string[];
}

const user = ["user"];
const lodash = `import _ from "lodash"; `;
const async3 = `import async from "async"; `;
const bluebird = `import Bluebird from "bluebird"; `;
const identify = "ha.identify(user.id)";

const cases: readonly Turns[] = [
  // Methods of arrays
  ...[
    { code: `users.forEach((user) => ${identify});`, results: "ignored" } as const,
    { code: `users.map((user) => ${identify});`, results: "collected" } as const,
    { code: `users.filter((user) => ${identify});`, results: "used" } as const,
  ].map((each) => ({ ...each, over: "users", elements: user, endsWith: "call" as const })),
  {
    code: `users.reduce((last, user, at, all) => ${identify}, null);`,
    ...{ over: "users", elements: ["last", "user", "at"], results: "used", endsWith: "call" },
  },
  {
    code: `[].forEach.call(users, (user, at, all) => { ${identify}; });`,
    ...{ over: "users", elements: ["user", "at"], results: "ignored", endsWith: "call" },
  },
  {
    code: `Array.from(users, (user) => ${identify});`,
    ...{ over: "users", elements: user, results: "collected", endsWith: "call" },
  },
  {
    code: `await Array.fromAsync(users, (user) => ${identify});`,
    ...{ over: "users", elements: user, results: "collected", endsWith: "promise" },
  },
  // Iterators: what is lazy runs when somebody takes the elements.
  {
    code: `users.values().map((user) => ${identify});`,
    ...{ over: "users.values()", elements: user, results: "used", endsWith: "unknown" },
  },
  {
    code: `Iterator.from(users).forEach((user) => ${identify});`,
    ...{ over: "Iterator.from(users)", elements: user, results: "ignored", endsWith: "call" },
  },
  {
    code: `function* all() { yield* users; } all().reduce((last, user) => ${identify}, null);`,
    ...{ over: "all()", elements: ["last", "user"], results: "used", endsWith: "call" },
  },
  // Lodash: a chain runs at its value(), or where forEach ends one that no chain() began.
  {
    code: `${lodash}_.forEach(users, (user) => ${identify});`,
    ...{ over: "users", elements: user, results: "ignored", endsWith: "call" },
  },
  {
    code: `${lodash}_.map(users, (user) => ${identify});`,
    ...{ over: "users", elements: user, results: "used", endsWith: "call" },
  },
  {
    code: `_.map(users, (user) => ${identify});`,
    ...{ over: "users", elements: user, results: "used", endsWith: "call" },
  },
  {
    code: `${lodash}_(users).forEach((user) => ${identify});`,
    ...{ over: "users", elements: user, results: "ignored", endsWith: "call" },
  },
  {
    code: `${lodash}_(users).map((user) => ${identify});`,
    ...{ over: "users", elements: user, results: "used", endsWith: "unknown" },
  },
  {
    code: `${lodash}_(users).map((user) => ${identify}).compact().value();`,
    ...{ over: "users", elements: user, results: "used", endsWith: "call" },
  },
  {
    code: `${lodash}_.chain(users).forEach((user) => ${identify}).commit();`,
    ...{ over: "users", elements: user, results: "ignored", endsWith: "unknown" },
  },
  // Ramda: what is curried runs where it is called.
  {
    code: `import * as R from "ramda"; R.forEach((user) => ${identify}, users);`,
    ...{ over: "users", elements: user, results: "ignored", endsWith: "call" },
  },
  {
    code: `import * as R from "ramda"; R.map((user) => ${identify})(users);`,
    ...{ over: undefined, elements: user, results: "collected", endsWith: "call" },
  },
  {
    code: `import * as R from "ramda"; export const send = R.map((user) => ${identify});`,
    ...{ over: undefined, elements: user, results: "collected", endsWith: "unknown" },
  },
  {
    code: `import * as R from "ramda"; R.pipe(R.map((user) => ${identify}))(users);`,
    ...{ over: undefined, elements: user, results: "collected", endsWith: "unknown" },
  },
  // async: without a final callback there is a promise, but for neo-async.
  {
    code: `${async3}await async.eachLimit(users, 5, async (user) => ${identify});`,
    ...{ over: "users", elements: user, results: "ignored", endsWith: "promise" },
    flags: ["overlaps"],
  },
  {
    code: `${async3}await async.mapSeries(users, async (user) => ${identify});`,
    ...{ over: "users", elements: user, results: "used", endsWith: "promise" },
  },
  {
    code: `${async3}async.each(users, (user, next) => { ${identify}; next(); }, finish);`,
    ...{ over: "users", elements: ["user", "next"], results: "ignored", endsWith: "unknown" },
    flags: ["overlaps"],
  },
  {
    code: `import neo from "neo-async"; neo.each(users, async (user) => ${identify});`,
    ...{ over: "users", elements: user, results: "ignored", endsWith: "unknown" },
    flags: ["assumed", "overlaps"],
  },
  // Bluebird, and p-map and its kin
  {
    code: `${bluebird}await Bluebird.map(users, (user) => ${identify});`,
    ...{ over: "users", elements: user, results: "collected", endsWith: "promise" },
    flags: ["overlaps"],
  },
  {
    code: `${bluebird}await Bluebird.each(users, (user) => ${identify});`,
    ...{ over: "users", elements: user, results: "ignored", endsWith: "promise" },
  },
  {
    code: `import pMap from "p-map"; await pMap(users, (user) => ${identify});`,
    ...{ over: "users", elements: user, results: "collected", endsWith: "promise" },
    flags: ["overlaps"],
  },
  {
    code: `import each from "p-each-series"; await each(users, (user) => ${identify});`,
    ...{ over: "users", elements: user, results: "ignored", endsWith: "promise" },
  },
  {
    code: `import pMap from "./p-map.js"; await pMap(users, (user) => ${identify});`,
    ...{ over: "users", elements: user, results: "collected", endsWith: "unknown" },
    flags: ["assumed", "overlaps"],
  },
  {
    code: `import { mapInBatches } from "./batches.js"; await mapInBatches(users, (user) => ${identify});`,
    ...{ over: "users", elements: user, results: "used", endsWith: "unknown" },
    flags: ["assumed"],
  },
  // Cursors: mongoose waits for its callback, the MongoDB driver does not.
  {
    code: `await cursor.eachAsync(async (user) => ${identify});`,
    ...{ over: undefined, elements: user, results: "ignored", endsWith: "promise" },
    flags: ["unbounded"],
  },
  {
    code: `await cursor.eachAsync(async (user) => ${identify}, { parallel: 8 });`,
    ...{ over: undefined, elements: user, results: "ignored", endsWith: "promise" },
    flags: ["overlaps", "unbounded"],
  },
  ...["aggregate(stages)", "find({ active: true })", "find().sort({ id: 1 })"].map((asked) => ({
    code: `await members.${asked}.forEach((user) => ${identify});`,
    ...{ over: undefined, elements: user, results: "ignored" as const },
    ...{ endsWith: "promise" as const, flags: ["dropsPromises", "unbounded"] },
  })),
  {
    code: `database.each(sql, (error, user) => { ${identify}; });`,
    ...{ over: undefined, elements: ["error", "user"], results: "ignored", endsWith: "unknown" },
    flags: ["assumed", "overlaps", "unbounded"],
  },
  {
    code: `await PromisePool.for(users).process(async (user) => ${identify});`,
    ...{ over: undefined, elements: user, results: "ignored", endsWith: "promise" },
    flags: ["overlaps", "unbounded"],
  },
  // Statements have no results, and a count is new in no turn.
  {
    code: `for (let at = 0; at < users.length; at += 1) ha.identify(users[at].id);`,
    ...{ over: undefined, elements: [], results: "ignored", endsWith: "call" },
    flags: ["counted"],
  },
  {
    code: `for (const user of users) ${identify};`,
    ...{ over: "users", elements: ["const user"], results: "ignored", endsWith: "call" },
  },
  {
    code: `for await (const user of cursor) ${identify};`,
    ...{ over: "cursor", elements: ["const user"], results: "ignored", endsWith: "call" },
    flags: ["unbounded"],
  },
];

it.each(cases.map((each) => [each.code, each] as const))("%s", (_name, { code, ...expected }) => {
  const [finding, another] = find(parsed(`${root}/src/sync.js`, code), defaultSettings);
  if (finding?.kind !== "loop" || another) throw new Error("One loop was expected.");
  const [{ over, elements, results, endsWith, ...rest }] = finding.repetition.iterations;
  const text = ({ range }: { range: [number, number] }): string => code.slice(...range);
  const flags = Object.entries(rest).flatMap(([name, value]) => (value === true ? [name] : []));
  expect({ results, endsWith, over: over && text(over), elements: elements.map(text) }).toEqual({
    ...{ results: expected.results, endsWith: expected.endsWith },
    ...{ over: expected.over, elements: expected.elements },
  });
  expect(flags.toSorted()).toEqual(expected.flags ?? []);
});
