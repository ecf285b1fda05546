import { Worker } from "bullmq";
import { connection } from "../redis";
import { readRow } from "../imports";

export default new Worker(
  "users",
  async (job) => {
    switch (job.name) {
      case "import-row": {
        const row = await readRow(job.data.row);
        await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
          method: "POST",
          headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
          body: JSON.stringify({ user_id: row.userId, traits: { plan: row.plan } }),
        });
        break;
      }
      case "signed-up":
        await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
          method: "POST",
          headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
          body: JSON.stringify({ user_id: job.data.userId, traits: { email: job.data.email } }),
        });
        break;
    }
  },
  { connection },
);
