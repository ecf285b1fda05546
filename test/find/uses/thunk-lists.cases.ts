import type { FindCase } from "../find-case.js";

/** Lists of functions, one a user: who runs them, and who does not. */
export const thunkListCases: readonly FindCase[] = [
  {
    name: "p-all",
    code: `import pAll from "p-all"; await pAll(users.map((user) => () => «ha.identify(user.id)»), { concurrency: 2 });`,
    finds: ["map()"],
  },
  {
    name: "p-queue's addAll",
    code: `await queue.addAll(users.map((user) => async () => { «ha.identify(user.id)»; }));`,
    finds: ["map()"],
  },
  {
    name: "async.parallel and its relatives",
    code: `
async.parallel(users.map((user) => (done) => { «ha.identify(user.id)»; done(); }));
async.series(users.map(function (user) { return function (done) { «ha.identify(user.id)»; done(); }; }));
async.parallelLimit(users.map((user) => async () => «ha.identify(user.id)»), 5);
`,
    finds: ["map()", "map()", "map()"],
  },
  {
    name: "a list with a name, which a loop runs",
    code: `const tasks = users.map((user) => () => «ha.identify(user.id)»); for (const task of tasks) await task();`,
    finds: ["map()"],
  },
  {
    name: "a list with a name, which a limiter runs",
    code: `const tasks = users.map((user) => () => «ha.identify(user.id)»); await Promise.all(tasks.map(limit));`,
    finds: ["map()"],
  },
  {
    name: "p-limit over a map, and a queue's add",
    code: `
await Promise.all(users.map((user) => limit(() => «ha.identify(user.id)»)));
users.forEach((user) => queue.add(() => «ha.identify(user.id)»));
`,
    finds: ["map()", "forEach()"],
  },
  {
    name: "handlers that wait for their event",
    code: `
export const handlers = users.map((user) => () => ha.identify(user.id));
menu.show(users.map((user) => () => ha.identify(user.id)));
`,
  },
  {
    name: "a promise of functions runs none",
    code: `await Promise.all(users.map((user) => () => ha.identify(user.id)));`,
  },
];
