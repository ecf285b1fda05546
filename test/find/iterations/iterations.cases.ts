import type { IterationId } from "../../../src/find/iterations/iteration.js";
import type { FindCase } from "../find-case.js";
import { callbackIterationCases } from "./callback-iterations.cases.js";

/** What a row of the table of iterations must count as once per user, and what it must not. */
interface RowCases {
  counts: readonly FindCase[];
  ignores: readonly FindCase[];
}

/** The compiler demands cases for every row. */
export const iterationCases = {
  "for-of": {
    counts: [
      {
        name: "the element's id",
        code: `
for (const user of users) {
  «ha.identify(user.id, { plan: user.plan })»;
}
`,
        finds: ["for…of"],
      },
      {
        name: "a body without braces",
        code: `for (const user of users) «ha.identify(user.id)»;`,
        finds: ["for…of"],
      },
      {
        name: "for await over a cursor",
        code: `for await (const user of db.users.find()) «ha.identify(user.id)»;`,
        finds: ["for await…of"],
      },
      {
        name: "records and messages that are no queue's",
        code: `
for (const record of table.Records) «ha.identify(record.id)»;
for (const message of inbox.messages) «ha.identify(message.userId)»;
for await (const user of on("login")) «ha.identify(user.id)»;
for await (const user of socketUsers) «ha.identify(user.id)»;
`,
        finds: ["for…of", "for…of", "for await…of", "for await…of"],
      },
      {
        name: "a var",
        code: `for (var user of users) «ha.identify(user.id)»;`,
        finds: ["for…of"],
      },
      {
        name: "a variable that is declared elsewhere",
        code: `let user; for (user of users) «ha.identify(user.id)»;`,
        finds: ["for…of"],
      },
      {
        name: "a member as the target",
        code: `const state = {}; for (state.user of users) «ha.identify(state.user.id)»;`,
        finds: ["for…of"],
      },
      {
        name: "destructured elements",
        code: `for (const { id, ...traits } of users) «ha.identify(id, traits)»;`,
        finds: ["for…of"],
      },
      {
        name: "nested patterns with defaults and renames",
        code: `for (const [, { profile: { id: userId = "none" } = {} }] of rows) «ha.identify(userId)»;`,
        finds: ["for…of"],
      },
      {
        name: "entries",
        code: `for (const [id, traits] of Object.entries(usersById)) «ha.identify(id, traits)»;`,
        finds: ["for…of"],
      },
      {
        name: "indices",
        code: `for (const i of users.keys()) «ha.identify(users[i].id)»;`,
        finds: ["for…of"],
      },
      {
        name: "a list of ids",
        code: `for (const id of ["u_1", "u_2"]) «ha.identify(id)»;`,
        finds: ["for…of"],
      },
      {
        name: "chunks: the innermost loop is named",
        code: `
for (const page of pages) {
  for (const user of page) «ha.identify(user.id)»;
}
`,
        finds: ["for…of"],
      },
      {
        name: "an inner loop that is not about users",
        code: `
for (const user of users) {
  for (const tracker of trackers) «ha.identify(user.id, { tracker })»;
}
`,
        finds: ["for…of"],
      },
      {
        name: "a label and continue",
        code: `
outer: for (const user of users) {
  for (const tag of user.tags) if (tag === "skip") continue outer;
  «ha.identify(user.id)»;
}
`,
        finds: ["for…of"],
      },
      {
        name: "an inner loop that is left by break",
        code: `
for (const user of users) {
  for (const attempt of [1, 2, 3]) {
    «ha.identify(user.id)»;
    break;
  }
}
`,
        finds: ["for…of"],
      },
      {
        name: "deep in statements and expressions",
        code: `
for (const user of users) {
  try {
    switch (user.kind) {
      case "person":
        if (user.active) (log(user), user.email ? user.id && \`\${«ha.identify(user.id)»}\` : null);
        break;
    }
  } catch (error) {
    log(error);
  } finally {
    count++;
  }
}
`,
        finds: ["for…of"],
      },
      {
        name: "a return that another branch takes",
        code: `
function sync(users) {
  for (const user of users) {
    if (!user.id) return;
    «ha.identify(user.id)»;
  }
}
`,
        finds: ["for…of"],
      },
      {
        name: "an IIFE",
        code: `for (const user of users) (async () => { await ready; «ha.identify(user.id)»; })();`,
        finds: ["for…of"],
      },
      {
        name: "an IIFE with parameters",
        code: `for (const user of users) (function (u) { «ha.identify(u.id)»; })(user);`,
        finds: ["for…of"],
      },
      {
        name: "a promise's continuation",
        code: `for (const user of users) load(user).then(() => «ha.identify(user.id)»);`,
        finds: ["for…of"],
      },
      {
        name: "a timer per user",
        code: `for (const user of users) setTimeout(() => «ha.identify(user.id)», delay++);`,
        finds: ["for…of"],
      },
      {
        name: "a retry helper that takes a callback",
        code: `for (const user of users) await retry(() => «ha.identify(user.id)», { times: 3 });`,
        finds: ["for…of"],
      },
      {
        name: "a const taken from the element",
        code: `for (const user of users) { const { id } = user; const key = "crm_" + id; «ha.identify(key)»; }`,
        finds: ["for…of"],
      },
      {
        name: "an outer variable that each turn writes",
        code: `let id; for (const user of users) { id = user.id; «ha.identify(id)»; }`,
        finds: ["for…of"],
      },
      {
        name: "a computed id",
        code: `for (const user of users) «ha.identify(hash(user.email.toLowerCase()))»;`,
        finds: ["for…of"],
      },
      {
        name: "what the element leads to",
        code: `for (const order of orders) { const owner = await db.user(order.ownerId); «ha.identify(owner.id)»; }`,
        finds: ["for…of"],
      },
      {
        name: "a generator's body",
        code: `function* sync(users) { for (const user of users) yield «ha.identify(user.id)»; }`,
        finds: ["for…of"],
      },
      {
        name: "optional calls",
        code: `for (const user of users) «ha?.identify?.(user?.id)»;`,
        finds: ["for…of"],
      },
      {
        name: "two calls in one loop",
        code: `for (const user of users) { if (user.a) «ha.identify(user.id)»; else «ha.identify(user.oldId)»; }`,
        finds: ["for…of", "for…of"],
      },
      {
        name: "a collection of pending calls, run at once",
        code: `
const pending = [];
for (const user of users) pending.push((async () => «ha.identify(user.id)»)());
await Promise.all(pending);
`,
        finds: ["for…of"],
      },
      {
        name: "a named function that the loop declares and calls",
        code: `
for (const user of users) {
  const send = () => ha.identify(user.id);
  «send()»;
}
`,
        finds: ["for…of"],
      },
      {
        name: "spread arguments",
        code: `for (const args of calls) «ha.identify(...args)»;`,
        finds: ["for…of"],
      },
      {
        name: "TypeScript's casts around the id and the list",
        path: "src/sync.ts",
        code: `for (const user of users as User[]) «ha.identify((user as User).id!)»;`,
        finds: ["for…of"],
      },
    ],
    ignores: [
      {
        name: "what comes in as users do something",
        code: `
import { on } from "node:events";
for await (const [user] of on(emitter, "login")) ha.identify(user.id);
for await (const message of socket) ha.identify(message.userId);
for await (const message of this.consumer) ha.identify(message.userId);
for await (const message of nats.subscribe("logins")) ha.identify(message.userId);
export const handler = async (event) => { for (const record of event.Records) ha.identify(record.body.id); };
export default { async queue(batch) { for (const message of batch.messages) ha.identify(message.body.id); } };
`,
      },
      {
        name: "the list itself, which is taken once",
        code: `for (const x of ha.identify(me.id) ?? []) use(x);`,
      },
      {
        name: "a call before the loop and one after it",
        code: `ha.identify(me.id); for (const user of users) log(user); ha.identify(me.id);`,
      },
      {
        name: "one user, sent to several vendors",
        code: `for (const vendor of vendors) { vendor.track(user.id); ha.identify(user.id); }`,
      },
      {
        name: "one user, whose traits are new in each turn",
        code: `for (const plan of plans) ha.identify(me.id, { plan: plan.name });`,
      },
      {
        name: "other vendors' identify, beside Halo's call of one user",
        code: `
for (const user of users) {
  analytics.identify(user.id);
  posthog.identify(user.id);
  mixpanel.identify(user.id);
}
ha.identify(me.id);
`,
      },
      {
        name: "listeners",
        code: `for (const b of buttons) b.addEventListener("click", () => ha.identify(b.dataset.user));`,
      },
      {
        name: "listeners by property",
        code: `for (const b of buttons) b.onclick = () => { ha.identify(b.dataset.user); };`,
      },
      {
        name: "functions kept for later",
        code: `for (const user of users) handlers[user.id] = () => ha.identify(user.id);`,
      },
      {
        name: "a class that the loop declares",
        code: `for (const name of names) registry[name] = class { signedIn(user) { ha.identify(user.id); } };`,
      },
      {
        name: "socket handlers",
        code: `for (const server of servers) server.on("connection", (socket) => ha.identify(socket.user.id));`,
      },
      {
        name: "break after the call",
        code: `for (const user of users) { if (user.email === email) { ha.identify(user.id); break; } }`,
      },
      {
        name: "return after the call",
        code: `function me(users) { for (const user of users) if (user.me) { ha.identify(user.id); return user; } }`,
      },
      {
        name: "return of the call",
        code: `function me(users) { for (const user of users) if (user.me) return ha.identify(user.id); }`,
      },
      {
        name: "throw after the call",
        code: `for (const user of users) { if (user.me) { ha.identify(user.id); throw new Found(user); } }`,
      },
      {
        name: "break out of both loops by a label",
        code: `
search: for (const team of teams) {
  for (const user of team.users) {
    if (user.me) {
      ha.identify(user.id);
      break search;
    }
  }
}
`,
      },
      {
        name: "attempts over a list of numbers",
        code: `for (const delay of [100, 200, 400]) { try { ha.identify(me.id); } catch { await sleep(delay); } }`,
      },
      {
        name: "a list of one",
        code: `for (const user of [currentUser]) ha.identify(user.id);`,
      },
      {
        name: "a constant id that is declared in the loop",
        code: `for (const item of items) { const id = "service-account"; ha.identify(id, { item }); }`,
      },
    ],
  },
  "for-in": {
    counts: [
      {
        name: "the key",
        code: `for (const id in usersById) «ha.identify(id, usersById[id])»;`,
        finds: ["for…in"],
      },
      {
        name: "what the key leads to",
        code: `for (var key in users) { if (!users.hasOwnProperty(key)) continue; «ha.identify(users[key].id)»; }`,
        finds: ["for…in"],
      },
    ],
    ignores: [
      {
        name: "the object itself, which is taken once",
        code: `for (const key in ha.identify(me.id)) use(key);`,
      },
      {
        name: "one user, trait by trait",
        code: `for (const key in traits) ha.identify(me.id, { [key]: traits[key] });`,
      },
    ],
  },
  for: {
    counts: [
      {
        name: "an index",
        code: `for (let i = 0; i < users.length; i++) «ha.identify(users[i].id)»;`,
        finds: ["for"],
      },
      {
        name: "an index, backwards",
        code: `for (var i = users.length; i--; ) { var user = users[i]; «ha.identify(user.id)»; }`,
        finds: ["for"],
      },
      {
        name: "the third part",
        code: `for (let i = 0; i < users.length; «ha.identify(users[i++].id)»);`,
        finds: ["for"],
      },
      {
        name: "the test",
        code: `for (let i = 0; «ha.identify(users[i].id)», i < users.length; i++);`,
        finds: ["for"],
      },
      {
        name: "a queue without end",
        code: `for (;;) { const user = queue.shift(); if (!user) break; «ha.identify(user.id)»; }`,
        finds: ["for"],
      },
      {
        name: "a linked list",
        code: `for (let user = first; user; user = user.next) «ha.identify(user.id)»;`,
        finds: ["for"],
      },
      {
        name: "pages by offset",
        code: `
for (let offset = 0; offset < total; offset += 100) {
  const page = await db.users({ offset, limit: 100 });
  for (const user of page) «ha.identify(user.id)»;
}
`,
        finds: ["for…of"],
      },
      {
        name: "numbered users",
        code: `for (let n = 1; n <= 500; n++) «ha.identify("user_" + n)»;`,
        finds: ["for"],
      },
    ],
    ignores: [
      {
        name: "the first part, which runs once",
        code: `for (ha.identify(me.id); busy(); ) wait();`,
      },
      {
        name: "a declaration in the first part",
        code: `for (let done = ha.identify(users[0].id); !done; ) wait();`,
      },
      {
        name: "retries",
        code: `for (let i = 0; i < 3; i++) { try { await ha.identify(me.id); break; } catch { await sleep(2 ** i); } }`,
      },
      {
        name: "retries that do not leave",
        code: `for (let attempt = 0; attempt < 3 && !ok; attempt++) ok = send(() => ha.identify(me.id));`,
      },
      {
        name: "retries that look the live user up in each turn",
        code: `for (let i = 0; i < 3; i++) { const user = await getCurrentUser(); if (user) ha.identify(user.id); }`,
      },
      {
        name: "retries in a function of one user",
        code: `
async function identifyWithRetry(user) {
  for (let i = 0; i < 3; i++) {
    try {
      return ha.identify(user.id, { attempt: i });
    } catch (error) {
      await sleep(i * 100);
    }
  }
}
`,
      },
    ],
  },
  while: {
    counts: [
      {
        name: "a cursor",
        code: `while (await cursor.hasNext()) { const user = await cursor.next(); «ha.identify(user.id)»; }`,
        finds: ["while"],
      },
      {
        name: "a queue",
        code: `while (queue.length > 0) «ha.identify(queue.pop().id)»;`,
        finds: ["while"],
      },
      {
        name: "an assignment in the test",
        code: `let user; while ((user = queue.shift())) «ha.identify(user.id)»;`,
        finds: ["while"],
      },
      {
        name: "an assignment in the test, after an initial null",
        code: `let user = null; while ((user = rows.next()) !== null) { «ha.identify(user.id)»; }`,
        finds: ["while"],
      },
      {
        name: "the test itself",
        code: `while («ha.identify(rows.next().id)») count++;`,
        finds: ["while"],
      },
      {
        name: "do…while",
        code: `do { const user = rows.next(); «ha.identify(user.id)»; } while (rows.more);`,
        finds: ["do…while"],
      },
      {
        name: "the test of do…while",
        code: `let i = 0; do i++; while («ha.identify(users[i].id)»);`,
        finds: ["do…while"],
      },
      {
        name: "pages behind a cursor",
        code: `
let cursor;
do {
  const page = await api.users({ cursor });
  for (const user of page.items) «ha.identify(user.id)»;
  cursor = page.next;
} while (cursor);
`,
        finds: ["for…of"],
      },
      {
        name: "an index that the body moves",
        code: `let i = 0; while (i < users.length) { «ha.identify(users[i].id)»; i += 1; }`,
        finds: ["while"],
      },
      {
        name: "an index that the call moves",
        code: `let i = 0; while (i < ids.length) «ha.identify(ids[i++])»;`,
        finds: ["while"],
      },
      {
        name: "a linked list",
        code: `let node = list.head; while (node) { «ha.identify(node.value.id)»; node = node.next; }`,
        finds: ["while"],
      },
      {
        name: "an iterator",
        code: `
const all = users.values();
let step = all.next();
while (!step.done) {
  «ha.identify(step.value.id)»;
  step = all.next();
}
`,
        finds: ["while"],
      },
    ],
    ignores: [
      {
        name: "polling for the SDK",
        code: `while (!window.HaloAgents) await sleep(50); ha.identify(me.id);`,
      },
      {
        name: "polling for the live user",
        code: `
while (true) {
  const user = await getCurrentUser();
  if (!user) {
    await sleep(100);
    continue;
  }
  ha.identify(user.id);
  break;
}
`,
      },
      {
        name: "polling for the live user by do…while",
        code: `let user; do { user = await getCurrentUser(); } while (!user); ha.identify(user.id);`,
      },
      {
        name: "retries until it works",
        code: `while (true) { try { ha.identify(me.id); break; } catch { await sleep(100); } }`,
      },
      {
        name: "retries with a flag",
        code: `let done = false; while (!done) done = await attempt(() => ha.identify(me.id));`,
      },
      {
        name: "retries with a flag that is set after the call",
        code: `let sent = false; while (!sent) { try { ha.identify(me.id); sent = true; } catch { tries++; } }`,
      },
    ],
  },
  "array-callback": {
    counts: [
      {
        name: "a copy whose callback is another method's",
        code: `Array.from(users).forEach((user) => «ha.identify(user.id)»);`,
        finds: ["forEach()"],
      },
      {
        name: "a tree",
        code: `function visit(node) { ha.identify(node.id); «node.children.forEach(visit)»; }`,
        finds: ["forEach()"],
      },
      {
        name: "a method that is borrowed for a list",
        code: `
[].forEach.call(rows, function (row) { «ha.identify(row.id)»; });
Array.prototype.map.call(rows, (row) => «ha.identify(row.id)»);
`,
        finds: ["forEach()", "map()"],
      },
      {
        name: "forEach",
        code: `users.forEach((user) => «ha.identify(user.id)»);`,
        finds: ["forEach()"],
      },
      {
        name: "forEach with a function expression and thisArg",
        code: `users.forEach(function (user) { «ha.identify(user.id)»; }, this);`,
        finds: ["forEach()"],
      },
      {
        name: "the index leads to the user",
        code: `ids.forEach((_, index) => «ha.identify(users[index].id)»);`,
        finds: ["forEach()"],
      },
      {
        name: "the array itself leads to the user",
        code: `list.forEach((_, index, all) => «ha.identify(all[index].id)»);`,
        finds: ["forEach()"],
      },
      {
        name: "map under Promise.all",
        code: `await Promise.all(users.map(async (user) => { await «ha.identify(user.id)»; }));`,
        finds: ["map()"],
      },
      {
        name: "map with destructured parameters",
        code: `users.map(({ id, ...traits }) => «ha.identify(id, traits)»);`,
        finds: ["map()"],
      },
      {
        name: "map with a default",
        code: `users.map((user = {}) => «ha.identify(user.id)»);`,
        finds: ["map()"],
      },
      {
        name: "map with rest parameters",
        code: `users.map((...args) => «ha.identify(args[0].id)»);`,
        finds: ["map()"],
      },
      {
        name: "flatMap",
        code: `teams.flatMap((team) => «ha.identify(team.owner.id)»);`,
        finds: ["flatMap()"],
      },
      {
        name: "filter",
        code: `users.filter((user) => user.active && «ha.identify(user.id)»);`,
        finds: ["filter()"],
      },
      {
        name: "reduce as a chain of promises",
        code: `users.reduce((chain, user) => chain.then(() => «ha.identify(user.id)»), Promise.resolve());`,
        finds: ["reduce()"],
      },
      {
        name: "reduce by index",
        code: `users.reduce((n, _, i) => («ha.identify(users[i].id)», n + 1), 0);`,
        finds: ["reduce()"],
      },
      {
        name: "reduceRight",
        code: `users.reduceRight((n, user) => { «ha.identify(user.id)»; return n + 1; }, 0);`,
        finds: ["reduceRight()"],
      },
      {
        name: "some",
        code: `users.some((user) => { «ha.identify(user.id)»; return false; });`,
        finds: ["some()"],
      },
      {
        name: "every",
        code: `users.every((user) => { «ha.identify(user.id)»; return true; });`,
        finds: ["every()"],
      },
      {
        name: "find",
        code: `users.find((user) => { «ha.identify(user.id)»; });`,
        finds: ["find()"],
      },
      {
        name: "findIndex",
        code: `users.findIndex((user) => void «ha.identify(user.id)»);`,
        finds: ["findIndex()"],
      },
      {
        name: "findLast",
        code: `users.findLast((user) => void «ha.identify(user.id)»);`,
        finds: ["findLast()"],
      },
      {
        name: "findLastIndex",
        code: `users.findLastIndex((user) => void «ha.identify(user.id)»);`,
        finds: ["findLastIndex()"],
      },
      {
        name: "optional calls",
        code: `users?.forEach?.((user) => «ha.identify(user.id)»);`,
        finds: ["forEach()"],
      },
      {
        name: "a computed method name",
        code: `users["forEach"]((user) => «ha.identify(user.id)»);`,
        finds: ["forEach()"],
      },
      {
        name: "a chain",
        code: `Object.values(byId).filter(Boolean).slice(1).map((user) => «ha.identify(user.id)»);`,
        finds: ["map()"],
      },
      {
        name: "a spread set",
        code: `[...new Set(ids)].forEach((id) => «ha.identify(id)»);`,
        finds: ["forEach()"],
      },
      {
        name: "a Map",
        code: `new Map(rows).forEach((traits, id) => «ha.identify(id, traits)»);`,
        finds: ["forEach()"],
      },
      {
        name: "entries",
        code: `Object.entries(byId).forEach(([id, traits]) => «ha.identify(id, traits)»);`,
        finds: ["forEach()"],
      },
      {
        name: "a list that a promise gives",
        code: `db.users().then((users) => users.forEach((user) => «ha.identify(user.id)»));`,
        finds: ["forEach()"],
      },
      {
        name: "a list that is awaited",
        code: `(await db.users.findMany()).map((user) => «ha.identify(user.id)»);`,
        finds: ["map()"],
      },
      {
        name: "a return at the end of the callback",
        code: `users.forEach((user) => { if (!user.id) return; «ha.identify(user.id)»; return; });`,
        finds: ["forEach()"],
      },
      {
        name: "a throw beside the call",
        code: `users.map((user) => { if (!user.id) throw new Error("no id"); return «ha.identify(user.id)»; });`,
        finds: ["map()"],
      },
      {
        name: "a React list that identifies while it renders",
        path: "src/users.jsx",
        code: `const Users = ({ users }) => users.map((user) => { «ha.identify(user.id)»; return <li key={user.id} />; });`,
        finds: ["map()"],
      },
      {
        name: "a named callback",
        code: `function send(user) { ha.identify(user.id); } «users.forEach(send)»;`,
        finds: ["forEach()"],
      },
    ],
    ignores: [
      {
        name: "a hook of the same name, called for a context",
        code: `client.hooks.map.call(context, (user) => ha.identify(user.id));`,
      },
      {
        name: "call of what is no method of arrays",
        code: `visitor.map.call(visitor, (user) => ha.identify(user.id)); [].push.call(list, () => ha.identify(me.id));`,
      },
      {
        name: "an argument that is no callback",
        code: `users.reduce((all, user) => all.concat(user), ha.identify(me.id));`,
      },
      {
        name: "the list",
        code: `[ha.identify(me.id)].map((result) => log(result));`,
      },
      {
        name: "a list of one",
        code: `[me].forEach((user) => ha.identify(user.id));`,
      },
      {
        name: "a list of one, by name",
        code: `const audience = [me]; audience.map((user) => ha.identify(user.id));`,
      },
      {
        name: "an Option",
        code: `Option.of(session.user).map((user) => ha.identify(user.id));`,
      },
      {
        name: "one user, sent to several vendors",
        code: `vendors.forEach((vendor) => { vendor.identify(me.id); ha.identify(me.id); });`,
      },
      {
        name: "listeners",
        code: `buttons.forEach((b) => b.addEventListener("click", () => ha.identify(b.dataset.user)));`,
      },
      {
        name: "listeners by on",
        code: `sockets.forEach((socket) => socket.on("message", (message) => ha.identify(message.userId)));`,
      },
      {
        name: "a React list whose handlers identify",
        path: "src/users.jsx",
        code: `const Users = ({ users }) => users.map((u) => <button key={u.id} onClick={() => ha.identify(u.id)} />);`,
      },
      {
        name: "a React list whose handlers are named",
        path: "src/users.jsx",
        code: `
const Users = ({ users }) =>
  users.map((user) => {
    const onClick = () => ha.identify(user.id);
    return <button key={user.id} onClick={onClick} />;
  });
`,
      },
      {
        name: "some that always ends with the call",
        code: `users.some((user) => { if (!user.me) return false; ha.identify(user.id); return true; });`,
      },
      {
        name: "find that always ends with the call",
        code: `users.find((user) => { if (user.me) { ha.identify(user.id); return true; } });`,
      },
      {
        name: "every that always ends with the call",
        code: `users.every((user) => { if (user.me) { ha.identify(user.id); return false; } return true; });`,
      },
      {
        name: "routes",
        code: `routes.forEach((route) => app.post(route, (req, res) => { ha.identify(req.user.id); res.end(); }));`,
      },
      {
        name: "functions kept for later",
        code: `const handlers = users.map((user) => () => ha.identify(user.id));`,
      },
      {
        name: "methods of other things that are named like those of arrays",
        code: `__proto__.constructor((user) => ha.identify(user.id)); it.toString((user) => ha.identify(user.id));`,
      },
      {
        name: "promises",
        code: `session.then((user) => ha.identify(user.id)).catch((error) => ha.identify(error.user.id));`,
      },
    ],
  },
  "array-from": {
    counts: [
      {
        name: "an iterable",
        code: `Array.from(users, (user) => «ha.identify(user.id)»);`,
        finds: ["Array.from()"],
      },
      {
        name: "an async iterable",
        code: `await Array.fromAsync(cursor, async (user) => «ha.identify(user.id)»);`,
        finds: ["Array.fromAsync()"],
      },
      {
        name: "numbered users",
        code: `Array.from({ length: 500 }, (_, n) => «ha.identify(\`user_\${n}\`)»);`,
        finds: ["Array.from()"],
      },
      {
        name: "a member of the global object",
        code: `globalThis.Array.from(users, (user) => «ha.identify(user.id)»);`,
        finds: ["Array.from()"],
      },
      {
        name: "a named callback",
        code: `const send = (user) => ha.identify(user.id); «Array.from(users, send)»;`,
        finds: ["Array.from()"],
      },
    ],
    ignores: [
      { name: "the list", code: `Array.from([ha.identify(me.id)], (result) => log(result));` },
      {
        name: "one user, several times",
        code: `Array.from({ length: 3 }, () => ha.identify(me.id));`,
      },
      { name: "a list of one", code: `Array.from([me], (user) => ha.identify(user.id));` },
      {
        name: "another from",
        code: `import { Observable } from "rx"; Observable.from(me, (user) => ha.identify(user.id));`,
      },
      {
        name: "a local named Array",
        code: `import { Array } from "effect"; Array.from(session, (user) => ha.identify(user.id));`,
      },
    ],
  },
  ...callbackIterationCases,
  "project-helper": {
    counts: [
      {
        name: "a helper that loops",
        code: `
          async function eachUser(fn) { for (const user of await db.users()) await fn(user); }
          await eachUser((user) => «ha.identify(user.id)»);
        `,
        finds: ["eachUser()"],
      },
      {
        name: "a helper that hands its callback to an iteration",
        code: `
          const everyone = (fn) => Promise.all(users.map(fn));
          await everyone(async (user) => { «ha.identify(user.id)»; });
        `,
        finds: ["everyone()"],
      },
      {
        name: "a helper that hands its callback to another",
        code: `
          function inBatches(list, size, fn) {
            for (let i = 0; i < list.length; i += size) list.slice(i, i + size).forEach(fn);
          }
          const eachUser = (fn) => inBatches(users, 100, fn);
          eachUser((user) => «ha.identify(user.id)»);
        `,
        finds: ["eachUser()"],
      },
      {
        name: "a helper that recurs over pages",
        code: `
          async function eachPage(fn, cursor) {
            const page = await db.page(cursor);
            await fn(page.rows);
            if (page.next) await eachPage(fn, page.next);
          }
          await eachPage(([user]) => «ha.identify(user.id)»);
        `,
        finds: ["eachPage()"],
      },
      {
        name: "a method",
        code: `
          const repo = { async forAll(visit) { let row; while ((row = await next())) visit(row); } };
          repo.forAll((row) => «ha.identify(row.id)»);
        `,
        finds: ["forAll()"],
      },
      {
        name: "a named callback",
        code: `
          function eachUser(fn) { for (const user of users) fn(user); }
          function send(user) { ha.identify(user.id); }
          «eachUser(send)»;
        `,
        finds: ["eachUser()"],
      },
      {
        name: "the second parameter is new, the first is not",
        code: `
          function eachUser(fn) { for (const user of users) fn(client, user); }
          eachUser((halo, user) => «ha.identify(user.id)»);
        `,
        finds: ["eachUser()"],
      },
    ],
    ignores: [
      {
        name: "a retry",
        code: `
          async function withRetry(fn) {
            for (let attempt = 0; attempt < 3; attempt++) {
              try { return await fn(attempt); } catch { await pause(attempt); }
            }
          }
          await withRetry(() => ha.identify(me.id));
        `,
      },
      {
        name: "the parameter that stays the same",
        code: `
          function eachVendor(fn) { for (const vendor of vendors) fn(me, vendor); }
          eachVendor((user, vendor) => ha.identify(user.id));
        `,
      },
      {
        name: "a helper that calls once",
        code: `
          async function withUser(fn) { for (const key of keys) warm(key); return fn(await me()); }
          await withUser((user) => ha.identify(user.id));
        `,
      },
      {
        name: "a helper that registers listeners",
        code: `
          function onEach(fn) { for (const name of names) bus.on(name, () => fn(session.user)); }
          onEach((user) => ha.identify(user.id));
        `,
      },
      {
        name: "a helper that hands its callback to itself alone",
        code: `function spin(fn) { spin(fn); } spin((user) => ha.identify(user.id));`,
      },
    ],
  },
} as const satisfies Record<IterationId, RowCases>;
