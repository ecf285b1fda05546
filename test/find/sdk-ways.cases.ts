import type { FindCase } from "./find-case.js";

/** Ways to identify by the SDK, besides a call of the method. */
export const sdkWaysCases: readonly FindCase[] = [
  {
    name: "the parameter of a function that is called where it stands",
    code: `
(function (w, $) {
  var halo = w.HaloAgents.getInstance();
  users.forEach(function (u) { «halo.identify(u.id)»; });
})(typeof window === "undefined" ? this : window, jQuery);
`,
    finds: ["forEach()"],
  },
  {
    name: "call and apply",
    code: `
for (const u of users) «ha.identify.call(ha, u.id, { plan: u.plan })»;
for (const u of users) «ha.identify.apply(ha, [u.id, { plan: u.plan }])»;
for (const args of calls) «ha.identify.apply(ha, args)»;
`,
    finds: ["for…of", "for…of", "for…of"],
  },
  {
    name: "a reference",
    code: `
«ids.forEach(ha.identify)»;
«ids.map(ha.identify.bind(ha))»;
const { identify } = HaloAgents.getInstance();
«_.forEach(ids, identify)»;
`,
    finds: ["forEach()", "map()", "forEach()"],
  },
  {
    name: "the set-up of the SDK, user by user",
    code: `for (const u of users) { «HaloAgents.init({ orgId, apiKey, userId: u.id, userTraits: { plan: u.plan } })»; }`,
    finds: ["for…of"],
  },
  {
    name: "a hook of the settings",
    code: `const { identify } = useHalo(); users.forEach((u) => «identify(u.id)»); users.forEach((u) => «useHalo().identify(u.id)»);`,
    settings: { instances: ["useHalo"] },
    finds: ["forEach()", "forEach()"],
  },
  {
    name: "one user by call, a reference to a listener, one set-up",
    code: `
for (const tracker of trackers) ha.identify.call(ha, me.id, { tracker });
auth.on("login", ha.identify);
session.then(ha.identify);
HaloAgents.init({ orgId, apiKey, userId: me.id });
for (const region of regions) HaloAgents.init({ orgId, apiKey, region });
`,
  },
  {
    name: "one set-up in a script",
    path: "scripts/backfill.mjs",
    code: `#!/usr/bin/env node
HaloAgents.init({ orgId, apiKey, userId: process.argv[2] });`,
  },
];

/** Functions that the settings say identify. */
export const wrapperCases: readonly FindCase[] = [
  {
    name: "a function by its name",
    code: `import { syncUser } from "./halo.js"; for (const u of users) «syncUser(ctx, u.id, { plan: u.plan })»;`,
    settings: { wrappers: [{ name: "syncUser", id: 1, traits: 2 }] },
    finds: ["for…of"],
  },
  {
    name: "a method by its name, with a whole user",
    code: `await Promise.all(users.map((u) => «this.crm.push(u)»));`,
    settings: { wrappers: [{ name: "push", id: 0 }] },
    finds: ["map()"],
  },
  {
    name: "an object that says by its id who is meant",
    code: `
for (const u of users) «push({ userId: u.id, traits })»;
for (const team of teams) push({ userId: me.id, traits: { team: team.name } });
for (const team of teams) push({ properties: { team }, distinctId: me.id });
for (const u of users) «push({ ...u, plan })»;
for (const u of users) «push({ id: me.id, ...u })»;
`,
    settings: { wrappers: [{ name: "push", id: 0 }] },
    finds: ["for…of", "for…of", "for…of"],
  },
  {
    name: "an export of a module, under another name",
    code: `import { track as t } from "@acme/crm"; import { track } from "./other.js"; for (const u of users) { «t(u.id)»; track(u.id); }`,
    settings: { wrappers: [{ name: "track", module: "@acme/crm", id: 0 }] },
    finds: ["for…of"],
  },
  {
    name: "a default export, spread arguments",
    code: `import tell from "@acme/tell"; for (const args of calls) «tell(...args)»;`,
    settings: { wrappers: [{ name: "tell", module: "@acme/tell", id: 0 }] },
    finds: ["for…of"],
  },
  {
    name: "another argument that varies",
    code: `for (const tag of tags) track(tag, me.id);`,
    settings: { wrappers: [{ name: "track", id: 1 }] },
  },
];
