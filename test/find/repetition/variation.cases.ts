import type { FindCase } from "../find-case.js";

/** Whether each turn of a loop is about another user. */
export const variationCases: readonly FindCase[] = [
  {
    name: "the id is the element",
    code: `for (const id of ids) «ha.identify(id)»;`,
    finds: ["for…of"],
  },
  {
    name: "the element only among several parts of the id",
    code: `for (const u of users) «ha.identify(prefix + ":" + u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "one branch of the id",
    code: `for (const u of users) «ha.identify(u.externalId ?? fallback)»;`,
    finds: ["for…of"],
  },
  {
    name: "an outer variable that is written in a nested function of the loop",
    code: `let id; for (const u of users) { (() => { id = u.id; })(); «ha.identify(id)»; }`,
    finds: ["for…of"],
  },
  {
    name: "an outer variable that is destructured anew",
    code: `let id, rest; for (const u of users) { ({ id, ...rest } = u); «ha.identify(id, rest)»; }`,
    finds: ["for…of"],
  },
  {
    name: "an outer counter",
    code: `let i = 0; for (const _ of ids) «ha.identify(ids[i++])»;`,
    finds: ["for…of"],
  },
  {
    name: "an outer object that each turn changes",
    code: `const user = {}; for (const row of rows) { user.id = row.id; «ha.identify(user.id)»; }`,
    finds: ["for…of"],
  },
  {
    name: "an outer object that Object.assign changes",
    code: `const user = {}; for (const row of rows) { Object.assign(user, row); «ha.identify(user.id)»; }`,
    finds: ["for…of"],
  },
  {
    name: "a call that moves on by itself",
    code: `while (reader.hasNext()) «ha.identify(reader.next().id)»;`,
    finds: ["while"],
  },
  {
    name: "a generated id",
    code: `for (const row of rows) «ha.identify(crypto.randomUUID(), row)»;`,
    finds: ["for…of"],
  },
  {
    name: "the body of a REST call by a function of the element",
    code: `for (const u of us) «fetch("https://a.io/api/sdk/users/identify", { method: "POST", body: encode(u) })»;`,
    finds: ["for…of"],
  },
  {
    name: "an inner loop over one user's things, within a loop over users",
    code: `for (const user of users) for (const tag of user.tags) «ha.identify(user.id, { tag })»;`,
    finds: ["for…of"],
  },
  {
    name: "a const of an outer loop",
    code: `for (const team of teams) { const owner = team.owner; for (const tag of tags) «ha.identify(owner.id, { tag })»; }`,
    finds: ["for…of"],
  },
  {
    name: "a user that the loop creates",
    code: `for (const row of rows) { const user = await db.users.create(row); «ha.identify(user.id)»; }`,
    finds: ["for…of"],
  },
  {
    name: "the first user of each page",
    code: `let cursor; do { const page = await load(cursor); cursor = page.next; for (const u of page.users) { «ha.identify(u.id)»; break; } } while (cursor);`,
    finds: ["do…while"],
  },
  {
    name: "a count that each turn begins anew, of the turn's own list",
    code: `for (const team of teams) { let i = 0; while (i < 9) { «ha.identify(team.users[i++].id)»; break; } }`,
    finds: ["for…of"],
  },
  {
    name: "an id that each turn puts together anew",
    code: `for (const u of users) { let id = "user_"; id += u.id; «ha.identify(id)»; }`,
    finds: ["for…of"],
  },
  {
    name: "a queue that each turn makes of its own list",
    code: `for (const team of teams) { const queue = [...team.users]; while (queue.length > 0) { «ha.identify(queue.shift().id)»; break; } }`,
    finds: ["for…of"],
  },

  {
    name: "a count that each turn begins anew",
    code: `for (const plan of plans) { for (let i = 0; i < 9; i++) { const u = users[i]; ha.identify(u.id, plan); break; } }`,
  },
  {
    name: "a counter that each turn begins anew",
    code: `for (const plan of plans) { let at = 0; ha.identify(users[at++].id, plan); }`,
  },
  {
    name: "a queue that each turn makes anew of the same list",
    code: `for (const plan of plans) { const queue = [...users]; while (queue.length > 0) { ha.identify(queue.shift().id, plan); break; } }`,
  },
  {
    name: "a session that is renewed",
    code: `let session = await login(); while (true) { const renewed = await renew(session); session = renewed.session; ha.identify(session.user.id); }`,
  },
  {
    name: "a literal",
    code: `for (const u of users) ha.identify("service-account", u);`,
  },
  {
    name: "an outer const",
    code: `const { id } = session.user; for (const plan of plans) ha.identify(id, plan);`,
  },
  {
    name: "an outer let that only other code writes",
    code: `let id; id = session.id; for (const plan of plans) ha.identify(id, plan); id = null;`,
  },
  {
    name: "the function's parameter",
    code: `function send(user, vendors) { for (const v of vendors) { v.track(user); ha.identify(user.id); } }`,
  },
  {
    name: "this",
    code: `class Session { send(plans) { for (const plan of plans) ha.identify(this.user.id, { plan }); } }`,
  },
  {
    name: "a getter of the live user",
    code: `for (let i = 0; i < 5; i++) ha.identify(auth.currentUser.id, { i });`,
  },
  {
    name: "a shadowed name: the outer user is meant",
    code: `const user = me; for (const plan of plans) { { const user = plan; log(user); } ha.identify(user.id); }`,
  },
  {
    name: "the element is only the traits",
    code: `for (const [key, value] of Object.entries(traits)) ha.identify(me.id, { [key]: value });`,
  },
  {
    name: "one of several values that are loaded at once",
    code: `
for (const team of teams) {
  const [user, plan] = await Promise.all([users.load(me), plans.load(team.id)]);
  ha.identify(user.id, plan);
  const { lead, seats } = { lead: me, seats: team.seats };
  ha.identify(lead.id, { seats });
}
`,
  },
  {
    name: "the element among several values that are loaded at once",
    code: `
for (const id of ids) {
  const [plan, user] = await Promise.all([plans.load(me), users.load(id)]);
  «ha.identify(user.id, plan)»;
  const [first, ...[second]] = [me, id];
  «ha.identify(second, { first })»;
  const [owner = id] = [me.owner];
  «ha.identify(owner)»;
  const [some] = [...found(id), me];
  «ha.identify(some)»;
  const { lead } = { ...id, team };
  «ha.identify(lead)»;
}
`,
    finds: ["for…of", "for…of", "for…of", "for…of", "for…of"],
  },
  {
    name: "polling",
    code: `while (!(await isReady())) { ha.identify(me.id); await sleep(1000); }`,
  },
  {
    name: "a heartbeat of the live user",
    code: `for (;;) { ha.identify(me.id); await sleep(60_000); }`,
  },
];
