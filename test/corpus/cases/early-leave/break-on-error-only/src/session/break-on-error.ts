export async function push(users: { id: string; plan: string }[]) {
  for (const user of users) {
    const response = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    });
    if (!response.ok) break;
  }
}
