import { streamUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

for await (const user of streamUsers()) {
  ha.identify(user.id, { name: user.name, email: user.email, plan: user.plan });
}
