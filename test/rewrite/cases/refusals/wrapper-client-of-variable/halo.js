import got from "got";

let key = process.env.HALO_API_KEY;

const halo = got.extend({
  prefixUrl: process.env.HALO_BASE_URL ?? "https://api.haloagents.ai",
  headers: { authorization: `Bearer ${key}` },
});

export default async function identify({ id, ...traits }) {
  await halo.post("api/sdk/users/identify", { json: { user_id: id, traits } });
}

export function useKey(other) {
  key = other;
}
