import PgBoss from "pg-boss";
import { ownerOfLargestOrg } from "./orgs.js";

const queue = "largest-org";
const boss = new PgBoss(process.env.DATABASE_URL!);

await boss.start();
await boss.createQueue(queue);
await boss.schedule(queue, "15 2 * * *", null, { tz: "UTC" });

await boss.work(queue, async () => {
  const owner = await ownerOfLargestOrg();
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: owner.id, traits: { arr: owner.arr } }),
  });
});
