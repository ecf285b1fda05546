import { inngest } from "./client";
import { db } from "../db";

export default inngest.createFunction(
  { id: "halo-user", concurrency: 10 },
  { event: "halo/backfill.user" },
  async ({ event }) => {
    const user = await db.user.findUniqueOrThrow({ where: { id: event.data.id } });
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    });
  },
);
