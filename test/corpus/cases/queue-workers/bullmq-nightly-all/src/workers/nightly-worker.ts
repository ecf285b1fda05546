import { Worker } from "bullmq";
import { connection } from "../redis";
import { users } from "../users";

export const nightlyWorker = new Worker(
  "nightly-halo-sync",
  async (job) => {
    const all = await users.list();
    for (const user of all) {
      await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
      });
    }
    await job.log(`${all.length} users`);
  },
  { connection },
);
