import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const halo = {
  source: "crm",
  sync(user) {
    ha.identify(user.id, { name: user.name, source: this?.source });
  },
};

const users = await findUsers();
users.forEach(halo.sync);
