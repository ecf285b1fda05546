import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

// Everyone, deleted users too.
for (const user of await findUsers()) {
  const note = `plan:
  ${user.plan}`;
  ha.identify(user.id, {
    name: user.name,
    note,
  });
}
