import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

for (const user of await findUsers()) {
  user.email
    ? ha.identify(user.id, { email: user.email, reachable: true })
    : ha.identify(user.id, { reachable: false });
}
