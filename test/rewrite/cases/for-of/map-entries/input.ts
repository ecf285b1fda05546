import { userMap } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

for (const [id, user] of userMap) {
  ha.identify(id, { name: user.name, signed_up_at: user.signedUpAt });
}
