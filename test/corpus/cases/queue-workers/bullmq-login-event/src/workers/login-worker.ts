import { Worker } from "bullmq";
import { connection } from "../redis";

export const loginWorker = new Worker(
  "user-logged-in",
  async (job) => {
    const { userId, email } = job.data;
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: userId, traits: { email } }),
    });
  },
  { connection },
);
