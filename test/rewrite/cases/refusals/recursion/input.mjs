import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const users = await findUsers();

async function identifyFrom(index) {
  const user = users[index];
  if (!user) return;
  ha.identify(user.id, { name: user.name });
  await identifyFrom(index + 1);
}

await identifyFrom(0);
