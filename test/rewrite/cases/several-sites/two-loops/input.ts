import { findUsers, streamUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export async function syncNames(): Promise<void> {
  for (const user of await findUsers()) {
    ha.identify(user.id, { name: user.name });
  }
}

export async function syncPlans(): Promise<void> {
  for await (const user of streamUsers()) {
    ha.identify(user.id, { plan: user.plan, mrr: user.mrr });
  }
}

await syncNames();
await syncPlans();
