import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

async function main() {
  const users = await findUsers();
  for (let i = 0; i < users.length; i += 1) {
    const user = users[i];
    if (!user) continue;
    ha.identify(user.id, { plan: user.plan });
    if (i % 100 === 0) console.log(`${i} of ${users.length}`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
