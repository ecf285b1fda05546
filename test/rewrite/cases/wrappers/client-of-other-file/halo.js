import got from "got";

const path = "api/sdk/users/identify";

const halo = got.extend({
  prefixUrl: process.env.HALO_BASE_URL ?? "https://api.haloagents.ai",
  headers: { authorization: `Bearer ${process.env.HALO_API_KEY}` },
  retry: { limit: 3 },
});

export default async function identify({ id, ...traits }) {
  await halo.post(path, { json: { user_id: id, traits } });
}
