import got from "got";

export async function push(users) {
  for (const user of users) {
    await got.post("https://api.haloagents.ai/api/sdk/users/identify", {
      headers: { authorization: `Bearer ${process.env.HALO_API_KEY}` },
      json: { user_id: user.id, traits: { email: user.email } },
    });
  }
}
