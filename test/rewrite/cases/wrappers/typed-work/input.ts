import { syncBilling } from "./billing.js";
import { findUsers, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export async function syncUser(user: User): Promise<void> {
  const role: string = user.role!;
  const plan = user.plan as string;
  const done: Set<string> = new Set<string>();
  await syncBilling(user);
  ha.identify(user.id, { role, plan, done: done.size } satisfies object);
}

for (const member of await findUsers()) {
  await syncUser(member);
}
