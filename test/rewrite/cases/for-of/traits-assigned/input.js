import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const traits = { source: "crm" };

for (const user of await findUsers()) {
  Object.assign(traits, { plan: user.plan });
  ha.identify(user.id, traits);
}
