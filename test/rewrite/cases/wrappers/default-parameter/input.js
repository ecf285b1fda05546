import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function syncUser({ id, name }, source = "crm", { checked = true, plan = "none" } = {}) {
  ha.identify(id, { name, source, checked, plan });
}

for (const user of await findUsers()) {
  syncUser(user);
  syncUser(user, "billing", { plan: `${user.plan}` });
}
