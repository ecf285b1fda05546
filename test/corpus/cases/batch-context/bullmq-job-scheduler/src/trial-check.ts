import { Queue, Worker } from "bullmq";
import { connection } from "./redis";
import { trials } from "./trials";

const queue = new Queue("trial-check", { connection });
await queue.upsertJobScheduler("every-morning", { pattern: "0 6 * * *" }, { name: "check" });

export const worker = new Worker(
  "trial-check",
  async () => {
    const trial = await trials.endingNext();
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: trial.userId, traits: { renewal_status: "set_to_cancel_trial" } }),
    });
  },
  { connection },
);
