import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const send = (user) => ha.identify(user.id, { name: user.name });
const pretend = (user) => console.log(user.id);
const sync = process.argv.includes("--dry-run") ? pretend : send;

for (const user of await findUsers()) {
  sync(user);
}
