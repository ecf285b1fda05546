import { findUsers } from "./users.js";
import { syncBilling } from "./billing.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

for (const user of await findUsers()) {
  const summary = `Name: ${user.name}
    Plan: ${user.plan}
Company: ${user.company.name}`;
  const { balance } = await syncBilling(user);
  ha.identify(user.id, { name: user.name, summary, balance });
}
