import type { FindCase } from "../find-case.js";

/** Loops that look for one user and identify that one alone, and conditions that many users meet. */
export const identityGuardCases: readonly FindCase[] = [
  {
    name: "the member who is the current user",
    code: `
for (const m of members) { if (m.id === currentUser.id) ha.identify(m.id, { role: m.role }); }
for (const m of members) { if (m.active && session.userId === m.user.id) { log(m); ha.identify(m.id); } }
members.forEach((m) => { if (String(m._id) === String(me._id)) ha.identify(m._id); });
members.forEach((m) => m.email.toLowerCase() === email && ha.identify(m.id));
members.map((m) => (m.uid !== uid ? null : ha.identify(m.uid)));
for (const m of members) { if (m._id.equals(me._id)) ha.identify(m.id); }
`,
  },
  {
    name: "all others are skipped",
    code: `
for (const m of members) { if (m.id !== me.id) continue; ha.identify(m.id); }
members.forEach((m) => { if (!m.id || m.id !== me.id) { return; } ha.identify(m.id); });
`,
  },
  {
    name: "the first",
    code: `users.forEach((u, i) => { if (i === 0) ha.identify(u.id); });`,
  },
  {
    name: "filter keeps the one",
    code: `members.filter((m) => m.id === me.id).forEach((m) => ha.identify(m.id));
for (const m of members.filter((each) => each.active && each.id === me.id)) ha.identify(m.id);`,
  },
  {
    name: "all others but the one",
    code: `for (const m of members) { if (m.id !== me.id) «ha.identify(m.id)»; }
for (const m of members) { if (m.id === me.id) continue; «ha.identify(m.id)»; }
for (const m of members) { if (m.id === me.id) log(m); else «ha.identify(m.id)»; }
for (const m of members) { if (m.id === me.id || m.active) «ha.identify(m.id)»; }
members.filter((m) => m.id !== me.id).forEach((m) => «ha.identify(m.id)»);`,
    finds: ["for…of", "for…of", "for…of", "for…of", "forEach()"],
  },
  {
    name: "what many users share",
    code: `for (const u of users) { if (u.orgId === org.id && u.plan === "pro") «ha.identify(u.id)»; }
users.filter((u) => u.teamId === team.id).forEach((u) => «ha.identify(u.id)»);
users.filter((u) => u.id === u.createdBy).forEach((u) => «ha.identify(u.id)»);
users.forEach((u, i) => { if (i % 10 === 0) «ha.identify(u.id)»; });`,
    finds: ["for…of", "forEach()", "forEach()", "forEach()"],
  },
  {
    name: "each row has its user looked for",
    code: `for (const row of rows) for (const u of users) if (u.email === row.email) «ha.identify(u.id)»;
for (const row of rows) for (const u of users) if (u.id === row.userId) «ha.identify(u.id, row)»;
for (const row of rows) users.filter((u) => u.id === row.id).forEach((u) => «ha.identify(u.id)»);`,
    finds: ["for…of", "for…of", "for…of"],
  },
  {
    name: "a function that looks for one user, called for each",
    code: `
function identify(id) { for (const u of users) if (u.id === id) ha.identify(u.id); }
identify(me.id);
for (const id of ids) «identify(id)»;
`,
    finds: ["for…of"],
  },
];
