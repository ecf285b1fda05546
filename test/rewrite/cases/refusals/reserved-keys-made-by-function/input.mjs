import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

function toTraits(user) {
  return { name: user.name, created_at: user.signedUpAt };
}

for (const user of await findUsers()) {
  ha.identify(user.id, toTraits(user));
}

for (const user of await findUsers()) {
  const traits = { id: user.id, plan: user.plan };
  console.log(traits);
  ha.identify(user.id, traits);
}
