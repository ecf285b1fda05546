import type { FindCase } from "../find-case.js";

/** Calls after which the loop always ends, so that one user at most is identified; and calls that only look so. */
export const leavingCases: readonly FindCase[] = [
  {
    name: "break after an else",
    code: `for (const u of users) { if (u.me) { ha.identify(u.id); } else { continue; } break; }`,
  },
  {
    name: "break after a nested block",
    code: `for (const u of users) { { { ha.identify(u.id); } } log(u); break; }`,
  },
  {
    name: "break after try",
    code: `for (const u of users) { try { ha.identify(u.id); } finally { done(); } break; }`,
  },
  {
    name: "break after a switch that has breaks of its own",
    code: `for (const u of users) { switch (u.kind) { case 1: ha.identify(u.id); break; } break; }`,
  },
  {
    name: "return in finally",
    code: `function f() { while (true) { try { ha.identify(next().id); } finally { return; } } }`,
  },
  {
    name: "break in both branches that follow",
    code: `for (const u of users) { ha.identify(u.id); if (u.a) { log(1); break; } else { log(2); break; } }`,
  },
  {
    name: "return in an arrow function's loop",
    code: `const first = (users) => { for (const u of users) { if (u.me) { ha.identify(u.id); return u; } } };`,
  },
  {
    name: "a switch that is left by return",
    code: `function f(users) { for (const u of users) { switch (u.kind) { case 1: ha.identify(u.id); return; } } }`,
  },
  {
    name: "throw",
    code: `for (const u of users) { ha.identify(u.id); throw new Error("stop"); }`,
  },
  {
    name: "process.exit",
    code: `for (const u of users) { if (u.id === wanted) { ha.identify(u.id); process.exit(0); } }`,
  },
  {
    name: "a do…while that ends at once",
    code: `do { ha.identify(next().id); } while (false);`,
  },
  {
    name: "awaited and left",
    code: `async function f(users) { for (const u of users) { if (u.me) { await ha.identify(u.id); break; } } }`,
  },
  {
    name: "break of an inner loop that only some turns reach, and a break after it",
    code: `for (const u of users) { for (;;) { ha.identify(u.id); if (u.done) break; } break; }`,
  },
  {
    name: "break of a block, and a break after it",
    code: `for (const u of users) { block: { ha.identify(u.id); break block; } break; }`,
  },
  {
    name: "return in finally, whatever was to be done before",
    code: `function f(users) { for (const u of users) { try { ha.identify(u.id); continue; } finally { return; } } }`,
  },
  {
    name: "every, whose callback returns nothing",
    code: `users.every((u) => { ha.identify(u.id); });`,
  },
  {
    name: "every, whose callback ends by a bare return",
    code: `users.every((u) => { if (u.me) { ha.identify(u.id); return; } return true; });`,
  },
  {
    name: "some, whose async callback gives a promise, which is true",
    code: `users.some(async (u) => { await ha.identify(u.id); return false; });`,
  },

  {
    name: "a jump over what leaves",
    code: `for (const u of users) { block: { «ha.identify(u.id)»; if (u.done) break block; break; } }`,
    finds: ["for…of"],
  },
  {
    name: "every, whose async callback gives a promise, which is true",
    code: `users.every(async (u) => { «ha.identify(u.id)»; });`,
    finds: ["every()"],
  },
  {
    name: "some, whose callback returns nothing",
    code: `users.some((u) => { «ha.identify(u.id)»; });`,
    finds: ["some()"],
  },
  {
    name: "continue in finally, though the block leaves",
    code: `function f(users) { for (const u of users) { try { «ha.identify(u.id)»; return; } finally { continue; } } }`,
    finds: ["for…of"],
  },
  {
    name: "a break that only some turns reach",
    code: `for (const u of users) { «ha.identify(u.id)»; if (u.last) break; }`,
    finds: ["for…of"],
  },
  {
    name: "a break that belongs to a switch",
    code: `for (const u of users) { switch (u.kind) { case 1: «ha.identify(u.id)»; break; } }`,
    finds: ["for…of"],
  },
  {
    name: "a break that belongs to an inner loop",
    code: `for (const u of users) { for (const t of u.tags) { «ha.identify(u.id)»; break; } }`,
    finds: ["for…of"],
  },
  {
    name: "a break that belongs to a labelled block",
    code: `for (const u of users) { block: { «ha.identify(u.id)»; break block; } }`,
    finds: ["for…of"],
  },
  {
    name: "continue before break",
    code: `for (const u of users) { «ha.identify(u.id)»; if (u.more) continue; break; }`,
    finds: ["for…of"],
  },
  {
    name: "continue of the outer loop",
    code: `outer: for (const team of teams) { for (const u of team) { if (u.owner) { «ha.identify(u.id)»; continue outer; } } }`,
    finds: ["for…of"],
  },
  {
    name: "break before the call",
    code: `for (const u of users) { if (u.stop) break; «ha.identify(u.id)»; }`,
    finds: ["for…of"],
  },
  {
    name: "return of a callback",
    code: `users.forEach((u) => { «ha.identify(u.id)»; return; });`,
    finds: ["forEach()"],
  },
  {
    name: "return of a function inside the loop",
    code: `for (const u of users) { (() => { «ha.identify(u.id)»; return; })(); }`,
    finds: ["for…of"],
  },
  {
    name: "a throw that is caught within the loop",
    code: `for (const u of users) { try { «ha.identify(u.id)»; throw new Error("next"); } catch {} }`,
    finds: ["for…of"],
  },
  {
    name: "a break in catch only",
    code: `for (const u of users) { try { «ha.identify(u.id)»; } catch { break; } }`,
    finds: ["for…of"],
  },
  {
    name: "a throw in an async callback, which rejects one promise of many",
    code: `users.map(async (u) => { «ha.identify(u.id)»; throw new Error("x"); });`,
    finds: ["map()"],
  },
  {
    name: "some that goes on",
    code: `users.some((u) => { «ha.identify(u.id)»; return !u.more; });`,
    finds: ["some()"],
  },
  {
    name: "every that goes on",
    code: `users.every((u) => { «ha.identify(u.id)»; return true; });`,
    finds: ["every()"],
  },
  {
    name: "break of the inner of two loops over users",
    code: `for (const team of teams) for (const u of team.users) { if (u.owner) { «ha.identify(u.id)»; break; } }`,
    finds: ["for…of"],
  },
];
