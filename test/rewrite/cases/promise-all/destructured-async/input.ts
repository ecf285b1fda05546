import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export default async function backfill() {
  const users = await findUsers();
  await Promise.all(
    [...users].map(async ({ id, name }) => ha.identify(id, { name })),
  );
}

await backfill();
