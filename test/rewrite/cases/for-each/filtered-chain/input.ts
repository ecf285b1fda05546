import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

(await findUsers())
  .filter((user) => !user.deletedAt)
  .forEach((user) =>
    ha.identify(user.id, { name: user.name, plan: user.plan }),
  );
