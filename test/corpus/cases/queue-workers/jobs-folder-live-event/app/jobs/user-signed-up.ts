import { z } from "zod";

const payload = z.object({ userId: z.string(), email: z.string().email() });

export async function handleUserSignedUp(message: unknown): Promise<void> {
  const { userId, email } = payload.parse(message);
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: userId, traits: { email } }),
  });
}
