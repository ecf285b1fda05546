import { findUsers } from "./users.js";

export async function backfill() {
  const ha = HaloAgents.getInstance();
  const users = await findUsers();
  users.map((user) => ha?.identify(user.id, { plan: user.plan }));
}

HaloAgents.init({ orgId: "org_8d1f", apiKey: process.env.HALO_API_KEY });
await backfill();
