import { request } from "undici";

export async function push(users) {
  for (const user of users) {
    const { body } = await request("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    });
    await body.dump();
  }
}
