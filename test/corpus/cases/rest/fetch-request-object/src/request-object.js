export async function push(users) {
  for (const user of users) {
    const request = new Request("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    });
    await fetch(request);
  }
}
