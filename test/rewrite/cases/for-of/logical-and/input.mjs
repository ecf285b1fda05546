import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

async function run() {
  for (const u of await findUsers())
    u.email && ha.identify(u.id, { email: u.email });
}

await run();
