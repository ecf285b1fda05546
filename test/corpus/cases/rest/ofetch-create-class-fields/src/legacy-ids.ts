import { $fetch } from "ofetch";

const api = $fetch.create({
  baseURL: "https://api.haloagents.ai",
  onRequest({ options }) {
    options.headers.set("Authorization", `Bearer ${process.env.HALO_API_KEY}`);
  },
});

export async function markLegacy(buffer: ArrayBuffer): Promise<void> {
  const ids = new Uint32Array(buffer);
  const pending: Promise<unknown>[] = [];
  ids.forEach((id) => {
    pending.push(
      api("/api/sdk/users/identify", {
        method: "POST",
        body: { user_id: String(id), traits: { legacy: true } },
      }),
    );
  });
  await Promise.allSettled(pending);
}
