import { db } from "../db";

export async function inviteMany(emails: string[], orgId: string) {
  const invited = await Promise.all(emails.map((email) => db.user.create({ data: { email, orgId } })));
  for (const user of invited) {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
    });
  }
}
