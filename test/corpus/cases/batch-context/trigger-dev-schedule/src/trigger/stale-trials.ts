import { logger, schedules } from "@trigger.dev/sdk/v3";
import { stalestTrial } from "../trials";

export const staleTrials = schedules.task({
  id: "stale-trials",
  cron: "0 5 * * *",
  run: async (payload) => {
    const trial = await stalestTrial(payload.timestamp);
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: trial.userId, traits: { renewal_status: "at_risk" } }),
    });
    logger.log("told Halo", { userId: trial.userId });
  },
});
