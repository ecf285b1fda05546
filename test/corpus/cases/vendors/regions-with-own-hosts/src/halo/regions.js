import got from "got";

const hosts = ["https://eu.halo.example.com", "https://us.halo.example.com"];
const keys = { eu: process.env.HALO_KEY_EU, us: process.env.HALO_KEY_US };

export async function identifyInAllRegions(user) {
  const results = await Promise.allSettled(
    hosts.map((host) =>
      got.post(`${host}/api/sdk/users/identify`, {
        headers: { authorization: `Bearer ${host.includes("eu") ? keys.eu : keys.us}` },
        json: { user_id: user.id, traits: { email: user.email, region: user.region } },
        timeout: { request: 3000 },
      }),
    ),
  );
  for (const result of results) {
    if (result.status === "rejected") console.error(result.reason.message);
  }
}
