import { findUsers, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function syncToHalo(user: User): void {
  ha.identify(user.id, { name: user.name, plan: user.plan });
}

const users = await findUsers();
users.forEach(syncToHalo);
