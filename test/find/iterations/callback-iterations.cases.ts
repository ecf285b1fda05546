import type { IterationId } from "../../../src/find/iterations/iteration.js";
import type { FindCase } from "../find-case.js";

/** Iterations that somebody else's code makes: libraries, streams, cursors, iterators; and a function itself. */
export const callbackIterationCases = {
  "library-callback": {
    counts: [
      {
        name: "tiny-async-pool, whose limit comes first",
        code: `import asyncPool from "tiny-async-pool"; for await (const r of asyncPool(2, us, (u) => «ha.identify(u.id)»)) log(r);`,
        finds: ["asyncPool()"],
      },
      {
        name: "lodash's times over an index",
        code: `import { times } from "lodash"; times(users.length, (i) => «ha.identify(users[i].id)»);`,
        finds: ["times()"],
      },
      {
        name: "lodash, imported whole",
        code: `import _ from "lodash"; _.forEach(users, (user) => «ha.identify(user.id)»);`,
        finds: ["forEach()"],
      },
      {
        name: "lodash, without an import",
        code: `_.each(users, function (user) { «ha.identify(user.id)»; });`,
        finds: ["each()"],
      },
      {
        name: "lodash, one function of it under another name",
        code: `import { map as mapAll } from "lodash-es"; mapAll(users, (user) => «ha.identify(user.id)»);`,
        finds: ["mapAll()"],
      },
      {
        name: "lodash, a file of it",
        code: `const each = require("lodash/forEach"); each(users, (user) => «ha.identify(user.id)»);`,
        finds: ["each()"],
      },
      {
        name: "underscore over an object",
        code: `import * as under from "underscore"; under.each(usersById, (user, id) => «ha.identify(id)»);`,
        finds: ["each()"],
      },
      {
        name: "a chain of lodash",
        code: `_(users).filter("active").forEach((user) => «ha.identify(user.id)»);`,
        finds: ["forEach()"],
      },
      {
        name: "an explicit chain of lodash",
        code: `_.chain(users).map((user) => «ha.identify(user.id)»).value();`,
        finds: ["map()"],
      },
      {
        name: "a named callback",
        code: `function send(user) { ha.identify(user.id); } «_.forEach(users, send)»;`,
        finds: ["forEach()"],
      },
      {
        name: "ramda, the list last",
        code: `import * as R from "ramda"; R.forEach((user) => «ha.identify(user.id)», users);`,
        finds: ["forEach()"],
      },
      {
        name: "ramda, curried",
        code: `import { map } from "ramda"; map((user) => «ha.identify(user.id)»)(users);`,
        finds: ["map()"],
      },
      {
        name: "ramda in a pipe",
        code: `R.pipe(R.filter(isActive), R.forEach((user) => «ha.identify(user.id)»))(users);`,
        finds: ["forEach()"],
      },
      {
        name: "lodash/fp",
        code: `import fp from "lodash/fp"; fp.each((user) => «ha.identify(user.id)», users);`,
        finds: ["each()"],
      },
      {
        name: "async.each with a callback",
        code: `import async from "async"; async.each(users, (user, done) => { «ha.identify(user.id)»; done(); }, finish);`,
        finds: ["each()"],
      },
      {
        name: "async.eachLimit",
        code: `const { eachLimit } = require("async"); await eachLimit(users, 5, async (user) => «ha.identify(user.id)»);`,
        finds: ["eachLimit()"],
      },
      {
        name: "async.eachOfLimit, mapSeries, mapLimit",
        code: `
async.eachOfLimit(users, 5, async (user, key) => «ha.identify(user.id)»);
async.mapSeries(users, async (user) => «ha.identify(user.id)»);
async.mapLimit(users, 5, async (user) => «ha.identify(user.id)»);
`,
        finds: ["eachOfLimit()", "mapSeries()", "mapLimit()"],
      },
      {
        name: "async.queue that is fed a list",
        code: `
const q = async.queue(async (user) => { «ha.identify(user.id)»; }, 4);
q.push(users);
`,
        finds: ["queue()"],
      },
      {
        name: "fastq that a loop feeds",
        code: `
import fastq from "fastq";
const q = fastq.promise(async (user) => { «ha.identify(user.id)»; }, 4);
for (const user of users) q.push(user);
`,
        finds: ["promise()"],
      },
      {
        name: "p-map under its own name",
        code: `import pMap from "p-map"; await pMap(users, async (user) => «ha.identify(user.id)», { concurrency: 5 });`,
        finds: ["pMap()"],
      },
      {
        name: "p-map under another name",
        code: `import mapper from "p-map"; await mapper(users, async ({ id }) => { «ha.identify(id)»; });`,
        finds: ["mapper()"],
      },
      {
        name: "p-each-series",
        code: `const { default: pEachSeries } = await import("p-each-series"); await pEachSeries(users, (user) => «ha.identify(user.id)»);`,
        finds: ["pEachSeries()"],
      },
      {
        name: "Bluebird",
        code: `
const Promise = require("bluebird");
await Promise.map(users, (user) => «ha.identify(user.id)», { concurrency: 3 });
await Promise.each(users, (user) => «ha.identify(user.id)»);
await Promise.mapSeries(users, (user) => «ha.identify(user.id)»);
`,
        finds: ["map()", "each()", "mapSeries()"],
      },
      {
        name: "a limiter's map",
        code: `import pLimit from "p-limit"; const limit = pLimit(5); await limit.map(users, (user) => «ha.identify(user.id)»);`,
        finds: ["map()"],
      },
      {
        name: "helpers of the project that are named by convention",
        code: `
import { forEachLimit, mapInBatches } from "./concurrency.js";
await forEachLimit(users, 5, async (user) => { «ha.identify(user.id)»; });
await mapInBatches(await db.user.findMany(), async (user) => «ha.identify(user.id)»);
`,
        finds: ["forEachLimit()", "mapInBatches()"],
      },
      {
        name: "Effect",
        code: `import { Effect } from "effect"; Effect.forEach(users, (user) => Effect.sync(() => «ha.identify(user.id)»));`,
        finds: ["forEach()"],
      },
    ],
    ignores: [
      {
        name: "tap, which hands over the whole value, and times around one user",
        code: `
R.pipe(getUser, R.tap((user) => ha.identify(user.id)))(context);
_.chain(user).tap((one) => ha.identify(one.id)).value();
_.times(3, () => ha.identify(me.id));
`,
      },
      {
        name: "one user for each tracker",
        code: `_.forEach(trackers, (tracker) => ha.identify(me.id, { tracker }));`,
      },
      { name: "a list of one", code: `_.forEach([me], (user) => ha.identify(user.id));` },
      {
        name: "the final callback",
        code: `async.each(files, upload, (error) => ha.identify(me.id));`,
      },
      {
        name: "a function of the project with the name of a module's",
        code: `import { each } from "./events.js"; each(session, (user) => ha.identify(user.id));`,
      },
      {
        name: "a queue for live jobs",
        code: `const q = async.queue(async (job) => { ha.identify(job.userId); }, 4); app.post("/in", (req) => q.push(req.body));`,
      },
      {
        name: "debounce",
        code: `const send = _.debounce((user) => ha.identify(user.id), 100);`,
      },
    ],
  },
  "iterator-helper": {
    counts: [
      {
        name: "map of a Map's values",
        code: `usersById.values().map((user) => «ha.identify(user.id)»).toArray();`,
        finds: ["map()"],
      },
      {
        name: "forEach behind filter and take",
        code: `users.values().filter(isActive).take(100).forEach((user) => «ha.identify(user.id)»);`,
        finds: ["forEach()"],
      },
      {
        name: "Iterator.from",
        code: `Iterator.from(users).forEach((user) => «ha.identify(user.id)»);`,
        finds: ["forEach()"],
      },
      {
        name: "a generator of the file",
        code: `function* all() { yield* users; } all().forEach((user) => «ha.identify(user.id)»);`,
        finds: ["forEach()"],
      },
      {
        name: "a named iterator",
        code: `const rest = users.entries().drop(1); rest.forEach(([, user]) => «ha.identify(user.id)»);`,
        finds: ["forEach()"],
      },
    ],
    ignores: [
      {
        name: "one user",
        code: `trackers.values().forEach((tracker) => ha.identify(me.id, { tracker }));`,
      },
    ],
  },
  observable: {
    counts: [
      {
        name: "a stream of effect",
        code: `
import { Stream } from "effect";
Stream.fromIterable(users).pipe(Stream.runForEach((user) => «ha.identify(user.id)»));
Stream.fromIterable(users).pipe(Stream.mapEffect((user) => «ha.identify(user.id)»), Stream.runDrain);
`,
        finds: ["runForEach()", "mapEffect()"],
      },
      {
        name: "mergeMap, concatMap, map and tap",
        code: `
import { from, mergeMap, concatMap, map, tap } from "rxjs";
from(users).pipe(mergeMap((user) => «ha.identify(user.id)»)).subscribe();
from(users).pipe(concatMap(async (user) => { «ha.identify(user.id)»; })).subscribe();
from(users).pipe(map(toUser), tap((user) => «ha.identify(user.id)»)).subscribe();
`,
        finds: ["mergeMap()", "concatMap()", "tap()"],
      },
      {
        name: "subscribe",
        code: `from(userList).subscribe((user) => «ha.identify(user.id)»);`,
        finds: ["subscribe()"],
      },
      {
        name: "an observer behind operators",
        code: `from(users).pipe(filter(isActive)).subscribe({ next: (user) => «ha.identify(user.id)», error: log });`,
        finds: ["subscribe()"],
      },
      {
        name: "a promise of a list that is flattened",
        code: `from(fetchUsers()).pipe(mergeAll(), tap((user) => «ha.identify(user.id)»)).subscribe();`,
        finds: ["tap()"],
      },
      {
        name: "several of",
        code: `of(...users).subscribe((user) => «ha.identify(user.id)»);`,
        finds: ["subscribe()"],
      },
    ],
    ignores: [
      {
        name: "one user",
        code: `of(me).subscribe((user) => ha.identify(user.id));`,
      },
      {
        name: "a session, as it changes",
        code: `session$.pipe(tap((user) => ha.identify(user.id))).subscribe((user) => ha.identify(user.id));`,
      },
      {
        name: "a promise of one user",
        code: `from(fetchMe()).pipe(tap((user) => ha.identify(user.id))).subscribe();`,
      },
      {
        name: "events",
        code: `fromEvent(auth, "login").subscribe((user) => ha.identify(user.id));`,
      },
      { name: "a store", code: `store.subscribe((state) => ha.identify(state.user.id));` },
    ],
  },
  cursor: {
    counts: [
      {
        name: "Stripe's lists",
        code: `stripe.customers.list({ limit: 100 }).autoPagingEach((c) => { «ha.identify(c.metadata.userId)»; });`,
        finds: ["autoPagingEach()"],
      },
      {
        name: "mongodb's aggregate",
        code: `await db.collection("users").aggregate(stages).forEach((user) => «ha.identify(user.id)»);`,
        finds: ["forEach()"],
      },
      {
        name: "a parser of files",
        code: `parseFile("users.csv", { on_record: (row) => { «ha.identify(row.id)»; } });`,
        finds: ["on_record()"],
      },
      {
        name: "mongoose's eachAsync",
        code: `await User.find().cursor().eachAsync(async (user) => { «ha.identify(user.id)»; });`,
        finds: ["eachAsync()"],
      },
      {
        name: "mongodb's forEach",
        code: `await db.collection("users").find({ active: true }).forEach((user) => «ha.identify(user.id)»);`,
        finds: ["forEach()"],
      },
      {
        name: "a variable named cursor",
        code: `await cursor.forEach((user) => { «ha.identify(user.id)»; });`,
        finds: ["forEach()"],
      },
      {
        name: "sqlite3's each",
        code: `db.each("SELECT id FROM users", (error, row) => { «ha.identify(row.id)»; });`,
        finds: ["each()"],
      },
      {
        name: "a promise pool",
        code: `
import { PromisePool } from "@supercharge/promise-pool";
await PromisePool.for(users).process(async (user) => { «ha.identify(user.id)»; });
await PromisePool.withConcurrency(5).for(await load()).process(async (user) => { «ha.identify(user.id)»; });
`,
        finds: ["process()", "process()"],
      },
      {
        name: "papaparse's step",
        code: `Papa.parse(file, { header: true, step: ({ data }) => { «ha.identify(data.id)»; } });`,
        finds: ["step()"],
      },
      {
        name: "papaparse's step, as a method and by name",
        code: `
Papa.parse(file, { step(row) { «ha.identify(row.data.id)»; } });
function onRow(row) { ha.identify(row.data.id); }
«Papa.parse(file, { step: onRow })»;
`,
        finds: ["step()", "step()"],
      },
      {
        name: "lines of a file",
        code: `lineReader.eachLine("ids.txt", (line) => { «ha.identify(line)»; });`,
        finds: ["eachLine()"],
      },
    ],
    ignores: [
      {
        name: "a queue whose limits are told first",
        code: `queue.concurrency(limits).process(async (job) => { ha.identify(job.data.userId); });`,
      },
      {
        name: "a queue of live jobs",
        code: `queue.process(async (job) => { ha.identify(job.data.userId); });`,
      },
      {
        name: "one user",
        code: `await cursor.forEach((row) => ha.identify(me.id, { seats: row.seats }));`,
      },
      {
        name: "a value that may be missing",
        code: `maybeUser.each((user) => ha.identify(user.id));`,
      },
      { name: "a table of tests", code: `cases.each([1, 2])("%s", (id) => ha.identify(id));` },
    ],
  },
  "stream-event": {
    counts: [
      {
        name: "the rows of a query",
        code: `
connection.query("select id from users").on("result", (row) => «ha.identify(row.id)»);
bigquery.createQueryStream(sql).on("data", (row) => «ha.identify(row.id)»);
`,
        finds: ['on("result")', 'on("data")'],
      },
      {
        name: "a csv file",
        code: `
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
createReadStream("users.csv").pipe(parse({ columns: true })).on("data", (row) => «ha.identify(row.id)»);
`,
        finds: ['on("data")'],
      },
      {
        name: "a database's stream",
        code: `const rows = knex("users").stream(); rows.on("data", (user) => { «ha.identify(user.id)»; });`,
        finds: ['on("data")'],
      },
      {
        name: "behind other listeners",
        code: `fs.createReadStream(path).pipe(csv()).on("error", fail).on("data", (row) => «ha.identify(row.id)»).on("end", done);`,
        finds: ['on("data")'],
      },
      {
        name: "knex hands the stream over",
        code: `await knex("users").stream((stream) => { stream.on("data", (user) => «ha.identify(user.id)»); });`,
        finds: ['on("data")'],
      },
      {
        name: "lines of a file",
        code: `const rl = readline.createInterface({ input: createReadStream("ids.txt") }); rl.on("line", (id) => «ha.identify(id)»);`,
        finds: ['on("line")'],
      },
      {
        name: "a named listener",
        code: `function onRow(row) { ha.identify(row.id); } «parser.on("data", onRow)»;`,
        finds: ['on("data")'],
      },
      {
        name: "mongoose's cursor",
        code: `User.find().cursor().on("data", (user) => { «ha.identify(user.id)»; });`,
        finds: ['on("data")'],
      },
      {
        name: "rows of a query",
        code: `const query = connection.query("SELECT * FROM users"); query.on("result", (row) => «ha.identify(row.id)»);`,
        finds: ['on("result")'],
      },
    ],
    ignores: [
      {
        name: "sockets",
        code: `
ws.on("message", (user) => ha.identify(user.id));
socket.on("data", (chunk) => ha.identify(chunk.userId));
io.on("connection", (socket) => { socket.on("auth", (user) => ha.identify(user.id)); });
server.on("connection", (connection) => connection.on("data", (user) => ha.identify(user.id)));
`,
      },
      {
        name: "what is piped from a socket",
        code: `socket.pipe(split()).on("data", (line) => ha.identify(line));`,
      },
      { name: "an emitter", code: `emitter.on("data", (user) => ha.identify(user.id));` },
      { name: "a chat", code: `chatStream.on("data", (message) => ha.identify(message.userId));` },
      {
        name: "a change stream, live",
        code: `const changeStream = users.watch(); changeStream.on("data", (change) => ha.identify(change.id));`,
      },
      {
        name: "the end of a stream",
        code: `stream.on("end", () => ha.identify(me.id)); stream.on("data", (chunk) => ha.identify(me.id));`,
      },
      {
        name: "another event of a reader",
        code: `reader.on("login", (user) => ha.identify(user.id));`,
      },
    ],
  },
  "stream-stage": {
    counts: [
      {
        name: "a Writable at the end of a pipeline",
        code: `
await pipeline(
  source,
  new Writable({ objectMode: true, write(user, _encoding, done) { «ha.identify(user.id)»; done(); } }),
);
`,
        finds: ["write()"],
      },
      {
        name: "a Transform that is named first",
        code: `
const tell = new stream.Transform({ objectMode: true, transform: (user, _, done) => { «ha.identify(user.id)»; done(null, user); } });
source.pipe(tell).pipe(out);
`,
        finds: ["transform()"],
      },
      {
        name: "a web stream",
        code: `await users.pipeTo(new WritableStream({ write(user) { «ha.identify(user.id)»; } }));`,
        finds: ["write()"],
      },
      {
        name: "a class",
        code: `
class Tell extends Writable {
  _write(user, encoding, done) { «ha.identify(user.id)»; done(); }
}
pipeline(source, new Tell({ objectMode: true }), done);
`,
        finds: ["_write()"],
      },
      {
        name: "through2",
        code: `source.pipe(through.obj(function (user, _, next) { «ha.identify(user.id)»; next(); }));`,
        finds: ["obj()"],
      },
    ],
    ignores: [
      {
        name: "what is piped from a socket",
        code: `socket.pipe(new Writable({ write(user, _, done) { ha.identify(user.id); done(); } }));`,
      },
      {
        name: "a stage that nothing flows into",
        code: `export const log = new Writable({ write(user, _, done) { ha.identify(user.id); done(); } });`,
      },
      {
        name: "a write of something else",
        code: `pipeline(source, makeSink({ write(user) { ha.identify(user.id); } }));`,
      },
      {
        name: "one user",
        code: `source.pipe(new Writable({ write(chunk, _, done) { ha.identify(me.id); done(); } }));`,
      },
    ],
  },
  recursion: {
    counts: [
      {
        name: "the next user behind a cursor",
        code: `
async function next(cursor) {
  const page = await api.user({ cursor });
  «ha.identify(page.user.id)»;
  if (page.cursor) await next(page.cursor);
}
`,
        finds: ["recursion of next()"],
      },
      {
        name: "an index, in a const",
        code: `const step = (i) => { if (i >= users.length) return; «ha.identify(users[i].id)»; setTimeout(() => step(i + 1), 100); };`,
        finds: ["recursion of step()"],
      },
      {
        name: "the rest of a list",
        code: `async function all([first, ...rest]) { «ha.identify(first.id)»; return rest.length > 0 ? all(rest) : undefined; }`,
        finds: ["recursion of all()"],
      },
      {
        name: "pages, whose inner loop counts",
        code: `
async function pages(cursor) {
  const page = await api.users({ cursor });
  for (const user of page.items) «ha.identify(user.id)»;
  if (page.next) return pages(page.next);
}
`,
        finds: ["for…of"],
      },
      {
        name: "a way back that is only taken at the end",
        code: `function step(i) { «ha.identify(users[i].id)»; if (i === last) return; step(i + 1); }`,
        finds: ["recursion of step()"],
      },
      {
        name: "the rest of a list, before the first of it",
        code: `function all([first, ...rest]) { if (rest.length > 0) all(rest); «ha.identify(first.id)»; return; }`,
        finds: ["recursion of all()"],
      },
    ],
    ignores: [
      {
        name: "a search that ends at the first it is about",
        code: `function step(i) { if (users[i].me) { ha.identify(users[i].id); return; } step(i + 1); }`,
      },
      {
        name: "a search whose last value is the call's",
        code: `const step = ([user, ...rest]) => { if (user.me) return ha.identify(user.id); return step(rest); };`,
      },
      {
        name: "retries",
        code: `
async function send(user, attempt) {
  try {
    ha.identify(user.id);
  } catch {
    await send(user, attempt + 1);
  }
}
`,
      },
      {
        name: "retries that look the live user up",
        code: `async function go(left) { const user = await readUser(left); if (!user) return go(left - 1); ha.identify(user.id); }`,
      },
      {
        name: "a session that renews itself",
        code: `function start(token) { ha.identify(decode(token).id); setTimeout(async () => start(await renew(token)), 1000); }`,
      },
      {
        name: "polling",
        code: `function poll() { const user = getCurrentUser(); if (!user) return setTimeout(poll, 100); ha.identify(user.id); }`,
      },
    ],
  },
} as const satisfies Partial<
  Record<IterationId, { counts: readonly FindCase[]; ignores: readonly FindCase[] }>
>;
