import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const toTraits = ({ name, plan }) => ({ name, plan });

function identifyUser(id, traits) {
  ha.identify(id, traits);
}

export async function backfill() {
  for (const user of await findUsers()) {
    identifyUser(user.id, toTraits(user));
  }
}

await backfill();
