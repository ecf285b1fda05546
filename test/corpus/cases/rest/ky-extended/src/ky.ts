import ky from "ky";

const api = ky.create({
  prefixUrl: "https://api.haloagents.ai",
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
});

export async function push(users: Iterable<{ id: string; plan: string }>) {
  for (const { id, plan } of users) {
    await api.post("api/sdk/users/identify", { json: { user_id: id, traits: { plan } } });
  }
}
