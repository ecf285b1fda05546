import { findUsers, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function identifyUser(user: User, source: string): void {
  ha.identify(user.id, { plan: user.plan, seats: user.company.seats, source });
}

const rows = (await findUsers()).map((user): { customer: unknown } => ({ customer: user }));
for (const row of rows) {
  identifyUser(row.customer as User, "import");
}
