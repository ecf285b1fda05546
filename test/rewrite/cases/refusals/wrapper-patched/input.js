import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const halo = {
  sync(user) {
    ha.identify(user.id, { name: user.name });
  },
};

if (process.argv.includes("--dry-run")) halo.sync = (user) => console.log(user.id);

for (const user of await findUsers()) {
  halo.sync(user);
}
