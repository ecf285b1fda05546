import type { Data } from "../../find/random-programs/scope.js";
import { surroundings, worldOf } from "../../find/random-programs/world.js";

/** What happens to a program from outside. */
export interface Circumstances {
  /** How many users each of its lists holds. */
  users: number;
  /** At which user its other work fails. */
  failsAt: number | undefined;
  /** Which user has no company, so that reading its name is an error. */
  lacksCompany: number | undefined;
  /** What becomes of the first updates, one by one; those after them succeed. */
  faults: readonly (429 | 500 | "cut" | "cut after it")[];
  /** Whether some requests take longer than others. */
  isUneven?: boolean;
}

/**
 * What a random program finds around it when it is run to compare what it does before and after its rewrite: a Halo that
 * keeps the documented contract and says what became of its users, and other work that leaves a trace and may fail.
 */
export function worldWith(
  { failsAt, faults, isUneven = false, lacksCompany, users }: Circumstances,
  data: readonly Data[],
): string {
  return `
"use strict";
const failsAt = ${String(failsAt)};
const lacksCompany = ${String(lacksCompany)};
const faults = ${JSON.stringify(faults)};
const isUneven = ${String(isUneven)};
${halo}
${otherWork}
${surroundings}
const isTenth = (id) => id.endsWith("-10") || id.endsWith("-3");
const userNamed = (id) => {
  const index = Number(id.split("-")[1]);
  const user = {
    id,
    name: \`\${id} 🦊\\u0301 "\${"x".repeat(index % 3)}"\`,
    plan: plans[(index || 0) % 3],
    profile: { id },
    details: { tier: index % 4, city: "Köln" },
    maybe: [undefined, null, { tier: index }][(index || 0) % 3],
    company: index === lacksCompany ? null : { name: "C" + (index % 5), seats: index % 9 },
    tags: ["a", "b"],
    active: isActive(id),
  };
  known.set(id, user);
  stored.set(id, { plan: "trial" });
  return user;
};
${data.map((own) => `stored.set("${own.one}", {});\n${worldOf(own, users)}`).join("\n")}
`;
}

const halo = `
const route = "https://api.haloagents.ai/api/sdk/users/";
const stored = new Map();
const identified = [];
const updates = [];
const mistakes = [];
const reserved = /^(id|external_id|org_id|company_id|created_at|updated_at|first_seen|last_seen|last_contacted_at)$/;
const merge = (id, traits) => {
  if (typeof id !== "string" || id === "") return void mistakes.push("id " + String(id));
  if (typeof traits !== "object" || traits === null || Array.isArray(traits)) return void mistakes.push("traits " + JSON.stringify(traits));
  if (Object.keys(traits).some((key) => reserved.test(key))) return void mistakes.push("reserved");
  if (stored.has(id)) Object.assign(stored.get(id), traits);
  return stored.has(id);
};
const identify = (id, traits) => {
  identified.push(id);
  const sent = traits === undefined || traits === null ? {} : JSON.parse(JSON.stringify(traits));
  if (merge(id, sent) === false) mistakes.push("nobody is " + id);
};
const ha = { identify, identifyCompany() {}, setContext() {}, destroy() {} };
const HaloAgents = {
  init: (options) => (options.userId === undefined || identify(options.userId, options.userTraits), ha),
  getInstance: () => ha,
};
const answer = (status, body) => ({
  ok: status < 300,
  status,
  json: async () => body,
  text: async () => JSON.stringify(body),
});
const fetch = async (url, options) => {
  const body = JSON.parse(options.body);
  const header = (name) => Object.entries(options.headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const authorization = header("authorization");
  if (url === route + "identify") {
    identify(body.user_id, body.traits);
    for (let left = isUneven ? (identified.length * 7) % 5 : 0; left > 0; left--) await undefined;
    return answer(200, {});
  }
  if (url !== route + "update") throw new Error("there is no " + url);
  const fault = faults.shift();
  updates.push({ users: body.users.map((user) => user.user_id), authorization, fault });
  if (fault === "cut") throw new Error("the connection was cut");
  if (typeof fault === "number") return answer(fault, { error: "a fault on demand" });
  const problem = problemOf(options.method, header("content-type"), body);
  if (problem) {
    mistakes.push(problem);
    return answer(400, { error: problem });
  }
  const skipped = body.users.filter(({ user_id, traits }) => merge(user_id, traits) === false).length;
  if (fault === "cut after it") throw new Error("the connection was cut");
  return answer(200, { skipped });
};
const problemOf = (method, contentType, { user_token, update_only, users }) => {
  if (method !== "POST") return "method";
  if (contentType !== "application/json") return "Content-Type " + contentType;
  if (update_only !== true) return "update_only";
  if (users.length === 0 || users.length > 500) return users.length + " users";
  if (users.some((user) => Object.keys(user).join() !== "user_id,traits")) return "keys of a user";
  return problemOfToken(user_token);
};
globalThis.fetch = fetch;
`;

const otherWork = `
const effects = [];
const shown = (value) => (value instanceof Error ? String(value) : typeof value === "function" ? "a function" : value);
const effect = (...all) => void effects.push(JSON.stringify(all.map(shown)));
const log = (...all) => effect("log", ...all);
const console = { log, error: (...all) => effect("error", ...all), warn: (...all) => effect("warn", ...all) };
const known = new Map();
const fails = (id) => failsAt !== undefined && String(id).endsWith("-" + failsAt);
const work = (id) => {
  effect("work", id);
  if (fails(id)) throw new Error("work failed for " + id);
};
const bill = async (id) => {
  work(id);
  await undefined;
  effect("billed", id);
};
const mail = async (id) => {
  effect("mail", id);
  await undefined;
  if (fails(id)) throw new Error("no mail for " + id);
};
const byId = (id) => known.get(id) ?? { id };
const lookUp = async (id) => byId(id);
const toTraits = (id) => ({ plan: byId(id).plan, of: "a function" });
const readTraits = async (id) => {
  effect("read", id);
  if (fails(id)) throw new Error("reading failed for " + id);
  return { plan: byId(id).plan, read: true };
};
`;
