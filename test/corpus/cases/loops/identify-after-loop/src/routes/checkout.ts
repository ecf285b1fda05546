import type { Request, Response } from "express";
import { priceOf } from "../pricing";

export async function checkout(req: Request, res: Response) {
  let total = 0;
  for (const item of req.body.items) {
    total += priceOf(item.sku) * item.quantity;
  }
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: req.user.id, traits: { mrr: total } }),
  });
  res.json({ total });
}
