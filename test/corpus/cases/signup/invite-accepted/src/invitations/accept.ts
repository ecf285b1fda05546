import { db } from "../db";

export async function acceptInvitation(token: string, name: string) {
  const invitation = await db.invitation.findUniqueOrThrow({ where: { token } });
  const user = await db.user.create({ data: { email: invitation.email, name } });
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { email: user.email, name } }),
  });
  return user;
}
