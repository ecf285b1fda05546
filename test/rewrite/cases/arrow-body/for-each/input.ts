import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export const syncAll = async () =>
  (await findUsers()).forEach((user) => {
    console.log(user.id);
    ha.identify(user.id, { name: user.name });
  });

await syncAll();
