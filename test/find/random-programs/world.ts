import type { Data } from "./scope.js";

/** What random programs use that has nothing to do with users; a world adds `log`. */
export const surroundings = `
const segment = { identify: log };
const plans = ["free", "pro", "team"];
const results = [];
const handlers = {};
const isLast = (id) => id.endsWith("-4");
const isActive = (id) => !isLast(id);
const hasEmail = (id) => !isLast(id);
const planOf = (id) => (isLast(id) ? "free" : "pro");
const mayFail = (id) => { if (!isLast(id)) throw new Error(id); };
const sleep = async () => undefined;
// Not before it is asked for the third time, so that what waits for it runs.
const asked = {};
const isReady = (job) => {
  asked[job] = (asked[job] ?? 0) + 1;
  return asked[job] % 3 === 0;
};
const limit = async (fn, ...args) => fn(...args);
const pAll = async (tasks) => { for (const task of tasks) await task(); };
const pMap = async (list, fn) => { for (const each of list) await fn(each); };
const retry = async (fn) => {
  for (let tries = 0; ; tries++) {
    try { return await fn(); } catch (error) { if (tries === 2) throw error; }
  }
};

const timers = [];
const setTimeout = (fn, ms, ...args) => void timers.push(() => fn(...args));
const queueMicrotask = (fn) => void Promise.resolve().then(fn);

// One live user at most: of what was registered last time, the first alone is told.
let listeners = [];
const register = (event, fn) => void listeners.push({ event, fn });
const events = { on: register, once: register };
const button = { addEventListener: (event, fn) => register(event, (user) => fn({ user })) };
const people = {};
const tick = () => {
  if (timers.length > 0) {
    for (const timer of timers.splice(0)) timer();
    return true;
  }
  const told = new Set();
  for (const { event, fn } of listeners.splice(0)) {
    if (told.has(event) || !people[event]) continue;
    told.add(event);
    fn(people[event]);
  }
  return told.size > 0;
};

const load = {};
`;

/**
 * What every random program finds around it, as the source of a script, so that all promises are of the program's own
 * realm. Each part has five users and one who is there. Every condition holds for that one and for all but the last
 * user, and all loops begin with the first, in chunks, pages and teams too: so no condition decides by itself whether
 * there is more than one, as it would where the list holds one user, or where the first is passed over and a loop left.
 */
export const world = `
"use strict";
const identified = [];
const record = (id) => void identified.push(String(id));
const ha = { identify: record, identifyCompany() {}, setContext() {}, destroy() {} };
const HaloAgents = {
  init: (options) => (options.userId === undefined || record(options.userId), ha),
  getInstance: () => ha,
};
const window = { ha, HaloAgents };
const fetch = (url, options) => {
  const isIdentify = url === "https://api.haloagents.ai/api/sdk/users/identify" && options.method === "POST";
  if (isIdentify) record(JSON.parse(options.body).user_id);
  return { ok: true };
};
globalThis.fetch = fetch;

const log = () => undefined;
const byId = (id) => ({ id });
const lookUp = async (id) => ({ id });
${surroundings}
const userNamed = (id) => ({ id, profile: { id }, tags: ["a", "b"], active: isActive(id) });
`;

/** What one part of a program finds around it: so many users, and one who is there. */
export function worldOf({ list, one }: Data, count = 5): string {
  return `
const ${list} = Array.from({ length: ${count} }, (_, index) => userNamed("${list}-" + index));
const ${one} = userNamed("${list}-one");
people.${one} = ${one};
people.${one}Id = ${one}.id;
const ${list}Ids = ${list}.map(({ id }) => id);
const ${list}ById = Object.fromEntries(${list}.map((user) => [user.id, user]));
const ${list}Map = new Map(${list}.map((user) => [user.id, user]));
const ${list}Linked = ${list}.reduceRight((next, value) => ({ value, next }), null);
const ${list}Teams = [
  { owner: ${list}[1] ?? ${one}, people: ${list}.slice(0, 2) },
  { owner: ${list}[2] ?? ${one}, people: ${list}.slice(2) },
];
const ${list}Stream = async function* () { yield* ${list}; };
load.${list} = async (cursor) => ({
  ${list}: ${list}.slice(cursor, cursor + 2),
  next: cursor + 2 < ${list}.length ? cursor + 2 : null,
});
`;
}
