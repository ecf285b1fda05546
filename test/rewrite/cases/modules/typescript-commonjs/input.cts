import { findUsers } from "./users.cjs";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

async function backfill(): Promise<void> {
  const users = await findUsers();
  await Promise.all(
    users.map(async (user) => {
      ha.identify(user.id, { plan: user.plan });
    }),
  );
}

void backfill();
