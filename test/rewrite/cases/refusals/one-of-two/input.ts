import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export async function syncNames(): Promise<void> {
  for (const user of await findUsers()) {
    ha.identify(user.id, { name: user.name });
  }
}

export function syncNow(users: { id: string }[]): number {
  for (const user of users) ha.identify(user.id, { checked: true });
  return users.length;
}

await syncNames();
