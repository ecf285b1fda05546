import { eachUser } from "./each-user.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export async function backfill(): Promise<void> {
  const count = await eachUser(async (user) => ha.identify(user.id, { name: user.name }));
  console.log(`${count} users backfilled`);
}

await backfill();
