import type { NextApiRequest, NextApiResponse } from "next";
import { Webhook } from "svix";

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const event = new Webhook(process.env.CLERK_SECRET!).verify(req.body, req.headers) as ClerkEvent;
  if (event.type === "user.created") {
    const { id, email_addresses: addresses } = event.data;
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: id, traits: { email: addresses[0].email_address } }),
    });
  }
  res.status(200).end();
}
