const url = new URL("/api/sdk/users/identify", process.env.HALO_BASE_URL);

export async function push(users: { id: string; plan: string }[]) {
  for (const user of users) {
    await fetch(url, {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    });
  }
}
