import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" }); // the shared widget key

for (const user of await findUsers()) {
  ha.identify(user.id, { name: user.name });
} // everyone, deleted or not
console.log("done");
