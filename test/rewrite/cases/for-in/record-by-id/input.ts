import { usersById } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

for (const id in usersById) {
  ha.identify(id, { name: usersById[id]?.name, plan: usersById[id]?.plan });
}
