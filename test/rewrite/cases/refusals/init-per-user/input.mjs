import { findUsers } from "./users.js";

const [orgId, apiKey] = ["org_8d1f", "ab_live_9f2c7e41"];

for (const user of await findUsers()) {
  HaloAgents.init({ orgId, apiKey, userId: user.id });
}
for (const user of await findUsers()) {
  const ha = HaloAgents.init({ orgId, apiKey, userId: user.id });
  ha.setContext("plan", { value: user.plan });
  ha.destroy();
}
for (const user of await findUsers()) {
  const ha = HaloAgents.init({ orgId, apiKey, userId: user.id, companyId: user.company.name });
  ha.destroy();
}
for (const user of await findUsers()) {
  HaloAgents.init({ orgId, apiKey: user.workspaceKey, userId: user.id }).destroy();
}
