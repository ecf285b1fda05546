import type { NextApiRequest, NextApiResponse } from "next";
import { topReferrer } from "../../lib/referrals";

export default async function handler(_req: NextApiRequest, res: NextApiResponse) {
  const referrer = await topReferrer();
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: referrer.userId, traits: { referrals: referrer.count } }),
  });
  res.status(200).json({ ok: true });
}
