import type { FindCase } from "../find-case.js";

/** The loop in one function and the identify in another, within one file. The finding stands at the call in the loop. */
export const repetitionCases: readonly FindCase[] = [
  {
    name: "a function that is handed over with its arguments",
    code: `
const send = (u) => ha.identify(u.id);
await Promise.all(us.map((u) => «limit(send, u)»));
for (const u of us) «setTimeout(send, 100, u)»;
function* saga({ users }) { yield all(users.map((u) => «call(send, u)»)); }
`,
    finds: ["map()", "for…of", "map()"],
  },
  {
    name: "a function that is handed over with one user",
    code: `
const send = (u) => ha.identify(u.id);
for (const delay of delays) setTimeout(send, delay, me);
function* saga() { while (true) { const { payload } = yield take(login); log(payload); yield call(send, me); } }
`,
  },
  {
    name: "members of an object that call each other by this",
    code: `
const halo = {
  identify(u) { ha.identify(u.id); },
  all(us) { for (const u of us) «this.identify(u)»; },
  each(us) { us.forEach((u) => «this.identify(u)»); },
  one(u) { this.identify(u); },
};
const other = { identify(u) { log(u); }, all(us) { for (const u of us) this.identify(u); } };
`,
    finds: ["for…of", "forEach()"],
  },
  {
    name: "exports that call each other",
    path: "src/sync.cjs",
    code: `
exports.identify = (u) => ha.identify(u.id);
exports.all = (us) => { for (const u of us) «exports.identify(u)»; };
module.exports.some = (us) => «us.map(module.exports.identify)»;
exports.one = (u) => exports.identify(u);
`,
    finds: ["for…of", "map()"],
  },
  {
    name: "members of a prototype",
    path: "src/sync.cjs",
    code: `
function Halo() {}
Halo.prototype.identify = function (u) { ha.identify(u.id); };
Halo.prototype.all = function (us) { var self = this; us.forEach(function (u) { «self.identify(u)»; }); };
const client = new Halo();
for (const u of us) «client.identify(u)»;
const segment = new Segment();
for (const u of us) segment.identify(u);
`,
    finds: ["forEach()", "for…of"],
  },
  {
    name: "a function declaration",
    code: `
function sync(user) { ha.identify(user.id, { plan: user.plan }); }
for (const user of users) «sync(user)»;
`,
    finds: ["for…of"],
  },
  {
    name: "a function that is declared below",
    code: `for (const user of users) await «sync(user)»; async function sync(u) { ha.identify(u.id); }`,
    finds: ["for…of"],
  },
  {
    name: "an arrow function",
    code: `const sync = ({ id, ...traits }) => ha.identify(id, traits); users.forEach((user) => «sync(user)»);`,
    finds: ["forEach()"],
  },
  {
    name: "a function expression in a let",
    code: `let sync = function (id) { ha.identify(id); }; for (const u of users) «sync(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "a function that is assigned later",
    code: `let sync; sync = (id) => ha.identify(id); for (const u of users) «sync(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "a callback by name",
    code: `async function sync(user) { ha.identify(user.id); } await Promise.all(«users.map(sync)»);`,
    finds: ["map()"],
  },
  {
    name: "REST in the function",
    code: `
const syncToHalo = (user) =>
  fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    body: JSON.stringify({ user_id: user.id, traits: user }),
  });
for (const user of users) await «syncToHalo(user)»;
`,
    finds: ["for…of"],
  },
  {
    name: "two functions in between",
    code: `
function send(id, traits) { ha.identify(id, traits); }
function sync(user) { send(user.id, user); }
for (const user of users) «sync(user)»;
`,
    finds: ["for…of"],
  },
  {
    name: "the id through an object",
    code: `
function send({ userId }) { ha.identify(userId); }
for (const user of users) «send({ userId: user.id, plan })»;
`,
    finds: ["for…of"],
  },
  {
    name: "a parameter's default",
    code: `function sync(user = {}) { ha.identify(user.id); } for (const user of users) «sync(user)»;`,
    finds: ["for…of"],
  },
  {
    name: "rest parameters",
    code: `function sync(...args) { ha.identify(args[0], args[1]); } for (const user of users) «sync(user.id, user)»;`,
    finds: ["for…of"],
  },
  {
    name: "spread arguments",
    code: `function sync(id, traits) { ha.identify(id, traits); } for (const row of rows) «sync(...row)»;`,
    finds: ["for…of"],
  },
  {
    name: "a branch in the function",
    code: `
function sync(user) { if (user.email) { ha.identify(user.id); } else { log(user); } }
for (const user of users) «sync(user)»;
`,
    finds: ["for…of"],
  },
  {
    name: "two identify calls in the function: one thing to say of the call that leads there",
    code: `
function sync(user) { if (user.vip) { ha.identify(user.vip); } else { ha.identify(user.id); } }
for (const user of users) «sync(user)»;
`,
    finds: ["for…of"],
  },
  {
    name: "an early return in the function leaves the function, not the loop",
    code: `
function sync(user) { if (!user.id) return; ha.identify(user.id); return; }
for (const user of users) «sync(user)»;
`,
    finds: ["for…of"],
  },
  {
    name: "a loop in the function leaves nothing else",
    code: `
function sync(user) { for (let i = 0; i < 3; i++) { ha.identify(user.id); break; } }
for (const user of users) «sync(user)»;
`,
    finds: ["for…of"],
  },
  {
    name: "called twice in loops and once outside",
    code: `
function sync(user) { ha.identify(user.id); }
sync(me);
for (const user of users) «sync(user)»;
admins.forEach((user) => «sync(user)»);
`,
    finds: ["for…of", "forEach()"],
  },
  {
    name: "an outer variable that the loop writes",
    code: `
let current;
function sync() { ha.identify(current.id); }
for (const user of users) { current = user; «sync()»; }
`,
    finds: ["for…of"],
  },
  {
    name: "an alias of the function",
    code: `function sync(id) { ha.identify(id); } const push = sync; for (const u of users) «push(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "a function of an object",
    code: `const halo = { sync(user) { ha.identify(user.id); } }; for (const user of users) «halo.sync(user)»;`,
    finds: ["for…of"],
  },
  {
    name: "an arrow function of an object",
    code: `const halo = { sync: (user) => ha.identify(user.id) }; for (const user of users) «halo.sync(user)»;`,
    finds: ["for…of"],
  },
  {
    name: "a method, called by this",
    code: `
class Backfill {
  sync(user) { ha.identify(user.id); }
  run(users) { for (const user of users) «this.sync(user)»; }
}
`,
    finds: ["for…of"],
  },
  {
    name: "a private method",
    code: `
class Backfill {
  #sync(user) { ha.identify(user.id); }
  run(users) { users.forEach((user) => «this.#sync(user)»); }
}
`,
    finds: ["forEach()"],
  },
  {
    name: "a method as an arrow function in a field",
    code: `
class Backfill {
  sync = async (user) => { ha.identify(user.id); };
  run(users) { return Promise.all(users.map((user) => «this.sync(user)»)); }
}
`,
    finds: ["map()"],
  },
  {
    name: "a static method",
    code: `class Halo { static sync(user) { ha.identify(user.id); } } for (const user of users) «Halo.sync(user)»;`,
    finds: ["for…of"],
  },
  {
    name: "a method of an instance",
    code: `
class HaloClient { sync(user) { return ha.identify(user.id); } }
const client = new HaloClient();
for (const user of users) «client.sync(user)»;
`,
    finds: ["for…of"],
  },
  {
    name: "a method of an instance in a field",
    path: "src/sync.ts",
    code: `
class HaloClient { sync(user: User) { return ha.identify(user.id); } }
class Backfill {
  constructor(private readonly client: HaloClient) {}
  run(users: User[]) { for (const user of users) «this.client.sync(user)»; }
}
`,
    finds: ["for…of"],
  },
  {
    name: "a method named identify",
    code: `
class HaloClient { identify(user) { return fetch("https://a.io/api/sdk/users/identify", { method: "POST", body: JSON.stringify({ user_id: user.id }) }); } }
const client = new HaloClient();
for (const user of users) «client.identify(user)»;
`,
    finds: ["for…of"],
  },
  {
    name: "a method whose instance holds the user",
    code: `
class Person {
  constructor(id) { this.id = id; }
  markActive() { ha.identify(this.id); }
}
for (const id of ids) { const person = new Person(id); «person.markActive()»; }
`,
    finds: ["for…of"],
  },
  {
    name: "a method by name, bound and not",
    code: `
class Backfill {
  sync(user) { ha.identify(user.id); }
  run(users) { «users.forEach(this.sync)»; «users.map(this.sync.bind(this))»; }
}
`,
    finds: ["forEach()", "map()"],
  },
  {
    name: "two users in one call, one of them the loop's",
    code: `
const send = (user) => ha.identify(user.id);
const both = (a, b) => { send(a); send(b); };
for (const user of users) «both(me, user)»;
`,
    finds: ["for…of"],
  },
  {
    name: "a function of a nested object",
    code: `const api = { users: { sync(user) { ha.identify(user.id); } } }; for (const u of all) «api.users.sync(u)»;`,
    finds: ["for…of"],
  },
  {
    name: "a function in a store's state, selected and not",
    code: `
const useStore = create((set) => ({ users: { sync: (u) => ha.identify(u.id) }, reset: (u) => set(u) }));
function Selected() { const sync = useStore((state) => state.users.sync); return us.map((u) => «sync(u)»); }
function Whole() { const { users } = useStore(); return us.map((u) => «users.sync(u)»); }
function Other() { const reset = useStore((state) => state.reset); return us.map((u) => reset(u)); }
`,
    finds: ["map()", "map()"],
  },
  {
    name: "a generator that the loop drives",
    code: `
function* synced(users) { for (const user of users) { «ha.identify(user.id)»; yield user; } }
for (const user of synced(all)) log(user);
`,
    finds: ["for…of"],
  },
  {
    name: "a function that is called in its own loop over pages",
    code: `
async function page(cursor) {
  const { users, next } = await load(cursor);
  for (const user of users) «ha.identify(user.id)»;
  if (next) await page(next);
}
`,
    finds: ["for…of"],
  },
  {
    name: "functions that call each other",
    code: `
function ping(user, n) { if (n) pong(user, n - 1); }
function pong(user, n) { ha.identify(user.id); ping(user, n); }
for (const user of users) «ping(user, 3)»;
`,
    finds: ["for…of"],
  },
  {
    name: "a function whose call stands in a continuation",
    code: `const sync = (id) => ha.identify(id); for (const u of users) ready.then(() => «sync(u.id)»);`,
    finds: ["for…of"],
  },
  {
    name: "a function handed to a helper in the loop",
    code: `const sync = (u) => ha.identify(u.id); for (const u of users) retry(() => «sync(u)»);`,
    finds: ["for…of"],
  },
  {
    name: "init per user",
    code: `for (const user of users) { const h = HaloAgents.init({ orgId }); «h.identify(user.id)»; h.destroy(); }`,
    finds: ["for…of"],
  },

  {
    name: "a constructor",
    code: `
class Person { constructor(user) { ha.identify(user.id); } }
const Admin = class { constructor(id) { ha.identify(id); } };
for (const user of users) «new Person(user)»;
users.map((user) => «new Admin(user.id)»);
`,
    finds: ["for…of", "map()"],
  },
  {
    name: "an alias of a method",
    code: `
const halo = { sync(user) { ha.identify(user.id); } };
class Client { send(user) { ha.identify(user.id); } }
const other = new Client();
const sync = halo.sync;
const send = other.send.bind(other);
for (const user of users) «sync(user)»;
«users.forEach(send)»;
`,
    finds: ["for…of", "forEach()"],
  },
  {
    name: "a function in an object that another function returns",
    code: `
function createClient() { return { users: { sync: (user) => ha.identify(user.id) } }; }
const makePerson = (id) => ({ touch() { ha.identify(id); } });
const client = createClient();
for (const user of users) {
  «client.users.sync(user)»;
  «createClient().users.sync(user)»;
  const person = makePerson(user.id);
  «person.touch()»;
}
`,
    finds: ["for…of", "for…of", "for…of"],
  },
  {
    name: "a function that is handed to a promise, a limiter, a timer",
    code: `
function sync(user) { ha.identify(user.id); }
for (const user of users) {
  «load(user.id).then(sync)»;
  await «limit(sync, user)»;
  «setTimeout(sync, 10, user)»;
  await «withRetries(user, sync)»;
}
`,
    finds: ["for…of", "for…of", "for…of", "for…of"],
  },
  {
    name: "a function that reads the loop's user, and is handed on",
    code: `
for (const user of users) {
  const send = () => ha.identify(user.id);
  await «retry(send)»;
  «plans.forEach(send)»;
}
`,
    finds: ["for…of", "for…of"],
  },
  {
    name: "a function that another one returns, which calls itself",
    code: `
const pick = (n) => (n ? pick(n - 1) : (u) => ha.identify(u.id));
const send = pick(3);
for (const u of us) «send(u)»;
const make = (n) => (n ? make(n - 1) : { send: (u) => ha.identify(u.id) });
const halo = make(3);
for (const u of us) «halo.send(u)»;
`,
    finds: ["for…of", "for…of"],
  },
  {
    name: "a function that another one returns",
    code: `
const later = (user) => () => ha.identify(user.id);
const withClient = (client) => async (user) => { await client.identify(user.id); };
function make() { return (user) => ha.identify(user.id); }
const sync = make();
const send = withClient(ha);
for (const user of users) {
  «later(user)()»;
  «sync(user)»;
  «withClient(ha)(user)»;
  «send(user)»;
}
«users.forEach(sync)»;
«users.forEach(make())»;
`,
    finds: ["for…of", "for…of", "for…of", "for…of", "forEach()", "forEach()"],
  },
  {
    name: "by call, apply and bind",
    code: `
function sync(user) { ha.identify(user.id); }
for (const user of users) {
  «sync.call(null, user)»;
  «sync.apply(null, [user])»;
  «sync.bind(null, user)()»;
}
`,
    finds: ["for…of", "for…of", "for…of"],
  },
  {
    name: "the function's arguments",
    code: `
function sync() { ha.identify(arguments[0].id); }
for (const user of users) «sync(user)»;
«users.forEach(sync)»;
`,
    finds: ["for…of", "forEach()"],
  },
  {
    name: "a callback by name, whose id comes from what it makes of its parameter",
    code: `
function sync(user) { const id = String(user.id); ha.identify(id); }
async function find(id) { const user = await load(id); ha.identify(user.id); }
function later(user) { return ready(user).then((x) => ha.identify(x.id)); }
«users.forEach(sync)»;
«ids.forEach(find)»;
«users.forEach(later)»;
`,
    finds: ["forEach()", "forEach()", "forEach()"],
  },
  {
    name: "a function that another makes of other things than the user",
    code: `
const make = (agent, flags) => (user) => ha.identify(user.id, { flags });
for (const user of users) «make(me, "on")(user)»;
`,
    finds: ["for…of"],
  },

  // Not once per user.
  {
    name: "a function that is made anew for each flag, and called for one user",
    code: `
const make = (agent, flag) => (user) => ha.identify(user.id, { flag });
for (const flag of flags) make(ha, flag)(me);
`,
  },
  {
    name: "a function that is handed on with the same user",
    code: `
function sync(user) { ha.identify(user.id); }
for (const plan of plans) {
  loadMe().then(sync);
  await limit(sync, me);
  setTimeout(sync, plan.delay, me);
}
`,
  },
  {
    name: "a constructor of the live user's session, and one that identifies nobody",
    code: `
class Session { constructor(user, plan) { ha.identify(user.id, { plan }); } }
class Row { constructor(user) { this.user = user; } touch() { ha.identify(this.user.id); } }
for (const plan of plans) new Session(me, plan);
for (const user of users) rows.push(new Row(user));
`,
  },
  {
    name: "an object of the live user's, that a function returns",
    code: `
const makePerson = (id) => ({ touch() { ha.identify(id); } });
const person = makePerson(me.id);
for (const page of pages) { open(page); person.touch(); }
`,
  },
  {
    name: "a handler that another function makes",
    code: `
const handler = (user) => () => ha.identify(user.id);
for (const user of users) {
  button.addEventListener("click", handler(user));
  const onClick = handler(user);
  button.onclick = onClick;
}
export const handlers = users.map(handler);
`,
  },
  {
    name: "the same user in every turn, by call, apply, bind and arguments",
    code: `
function sync(user) { ha.identify(user.id); }
function read() { ha.identify(arguments[0].id); }
for (const plan of plans) {
  sync.call(plan, me);
  sync.apply(plan, [me]);
  sync.bind(plan, me)();
  read(me);
}
`,
  },
  {
    name: "a function that no loop calls",
    code: `export function sync(user) { ha.identify(user.id); } for (const user of users) log(user);`,
  },
  {
    name: "a function that is called once",
    code: `function sync(user) { ha.identify(user.id); } sync(me); for (const user of users) other.sync(user);`,
  },
  {
    name: "the same user in every turn",
    code: `function sync(id, traits) { ha.identify(id, traits); } for (const plan of plans) sync(me.id, { plan });`,
  },
  {
    name: "no user of the loop's: the function looks up its own",
    code: `function sync(plan) { ha.identify(session.user.id, { plan }); } for (const plan of plans) sync(plan);`,
  },
  {
    name: "a function of the same name in an inner scope",
    code: `
function sync(user) { ha.identify(user.id); }
function run(users, sync) { for (const user of users) sync(user); }
`,
  },
  {
    name: "a method of another class",
    code: `
class Halo { sync(user) { ha.identify(user.id); } }
class Segment { sync(user) { log(user); } run(users) { for (const user of users) this.sync(user); } }
`,
  },
  {
    name: "a method that an object literal has under the same name",
    code: `
class Halo { sync(user) { ha.identify(user.id); } }
const segment = { sync(user) { log(user); }, run(users) { for (const user of users) this.sync(user); } };
`,
  },
  {
    name: "a method of the live session",
    code: `
class Session {
  constructor(user) { this.user = user; }
  touch() { ha.identify(this.user.id); }
}
const session = new Session(me);
for (const page of pages) { open(page); session.touch(); }
`,
  },
  {
    name: "a handler by name",
    code: `
function onClick(event) { ha.identify(event.target.dataset.user); }
for (const button of buttons) button.addEventListener("click", onClick);
`,
  },
  {
    name: "a function that registers a listener",
    code: `
function watch(button) { button.addEventListener("click", () => ha.identify(button.dataset.user)); }
for (const button of buttons) watch(button);
`,
  },
  {
    name: "a retry helper, with one live user",
    code: `
async function retry(run) {
  for (let i = 0; i < 3; i++) {
    try {
      return await run();
    } catch (error) {
      await sleep(i);
    }
  }
}
await retry(() => ha.identify(me.id));
`,
  },
  {
    name: "a function that leaves the loop after it",
    code: `
function sync(user) { ha.identify(user.id); }
for (const user of users) if (user.me) { sync(user); break; }
`,
  },
  {
    name: "recursion that is a retry",
    code: `async function send(user, tries) { try { ha.identify(user.id); } catch { if (tries) await send(user, tries - 1); } }`,
  },
  {
    name: "a signup handler that is registered in a loop",
    code: `for (const path of ["/signup", "/join"]) app.post(path, async (req, res) => { const user = await create(req.body); ha.identify(user.id); res.json(user); });`,
  },
];
