import { createHmac, timingSafeEqual } from "node:crypto";
import { userOfCustomer } from "../users.js";

export async function handlePaddle(rawBody, signature) {
  const expected = createHmac("sha256", process.env.PADDLE_SECRET).update(rawBody).digest("hex");
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(signature))) throw new Error("Bad signature");
  const { data } = JSON.parse(rawBody);
  const user = await userOfCustomer(data.customer_id);
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { plan: data.items[0].price.name } }),
  });
}
