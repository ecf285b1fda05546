import { CronJob } from "cron";
import { nextRenewal } from "./renewals.js";

async function announceRenewal() {
  const renewal = await nextRenewal();
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: renewal.userId, traits: { renewal_date: renewal.date } }),
  });
}

new CronJob("0 0 6 * * *", announceRenewal).start();
