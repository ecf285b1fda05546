import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const source = "crm";

export function syncUser(user) {
  ha.identify(user.id, { name: user.name, source });
}

for (const user of await findUsers()) {
  const source = user.email?.split("@")[1];
  console.log(source);
  syncUser(user);
}
