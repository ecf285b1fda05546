import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

function sync(user, traits) {
  ha.identify(user.id, { ...traits, source: "job" });
}

for (const user of await findUsers()) {
  sync(user, { plan: user.plan, id: user.id });
}

for (const user of await findUsers()) {
  const base = { created_at: user.signedUpAt };
  ha.identify(user.id, { ...base, plan: user.plan });
}
