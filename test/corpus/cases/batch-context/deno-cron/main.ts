import { trialThatEndsNext } from "./trials.ts";

Deno.cron("announce trial", "0 6 * * *", async () => {
  const trial = await trialThatEndsNext();
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${Deno.env.get("HALO_API_KEY")}` },
    body: JSON.stringify({ user_id: trial.userId, traits: { renewal_status: "at_risk" } }),
  });
});
