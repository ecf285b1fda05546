import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const traits: Record<string, unknown> = {};

for (const user of await findUsers()) {
  traits.name = user.name;
  traits.plan = user.plan;
  if (user.mrr !== null) traits.mrr = user.mrr;
  else delete traits.mrr;
  ha.identify(user.id, traits);
}
