import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

async function run(): Promise<void> {
  const users = await findUsers();
  await Promise.all(
    users.map((user) =>
      syncBilling(user).then(({ balance }) => {
        ha.identify(user.id, { balance });
      }),
    ),
  );
}

await run();
