import { Worker, type Job } from "bullmq";
import { connection } from "../redis";
import { findUser } from "../users";

export const worker = new Worker(
  "halo-backfill",
  async (job: Job<{ userId: string }>) => {
    const user = await findUser(job.data.userId);
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    });
  },
  { connection, concurrency: 20 },
);
