import { userMap } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

for (const entry of userMap) {
  ha.identify(...entry);
}
