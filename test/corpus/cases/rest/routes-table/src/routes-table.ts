const HALO = {
  base: process.env.HALO_BASE_URL ?? "https://api.haloagents.ai",
  routes: { identify: "/api/sdk/users/identify", update: "/api/sdk/users/update" },
} as const;

export async function push(users: { id: string; plan: string }[]) {
  for (const user of users) {
    await fetch(HALO.base + HALO.routes.identify, {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    });
  }
}
