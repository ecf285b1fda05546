import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

async function eachUser(visit) {
  for (const user of await findUsers()) setTimeout(() => visit(user), 1000);
}

await eachUser((user) => {
  ha.identify(user.id, { name: user.name });
});
