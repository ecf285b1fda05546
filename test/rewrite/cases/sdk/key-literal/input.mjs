import { users } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

for (const { id, ...traits } of users.filter((user) => !user.deletedAt)) {
  ha.identify(id, { ...traits, source: "backfill" });
}
