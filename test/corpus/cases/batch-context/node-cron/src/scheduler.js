import cron from "node-cron";
import { readOwner } from "./owner.js";

cron.schedule("0 3 * * *", async () => {
  const owner = await readOwner();
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: owner.id, traits: { seats: owner.seats } }),
  });
});
