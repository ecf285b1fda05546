import { findUser } from "./users.mjs";

export const handler = async (event) => {
  for (const { Sns } of event.Records) {
    const { userId } = JSON.parse(Sns.Message);
    const user = await findUser(userId);
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    });
  }
};
