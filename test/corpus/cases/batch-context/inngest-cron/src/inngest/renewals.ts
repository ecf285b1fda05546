import { inngest } from "./client";
import { nextRenewal } from "../renewals";

export const announceRenewal = inngest.createFunction(
  { id: "announce-renewal" },
  { cron: "TZ=Europe/Paris 0 6 * * *" },
  async ({ step }) => {
    const renewal = await step.run("read", () => nextRenewal());
    await step.run("announce", async () => {
      await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: renewal.userId, traits: { renewal_date: renewal.date } }),
      });
    });
  },
);
