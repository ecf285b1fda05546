import { Cron } from "croner";
import { trialThatEndsNext } from "./trials.mjs";

Cron("0 8 * * 1", { timezone: "Europe/Berlin" }, async () => {
  const trial = await trialThatEndsNext();
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: trial.userId, traits: { renewal_status: "at_risk" } }),
  });
});
