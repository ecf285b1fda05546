export async function announce(session) {
  while (true) {
    const res = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: session.user.id, traits: { email: session.user.email } }),
    });
    if (res.status !== 429) return res;
    await new Promise((resolve) => setTimeout(resolve, Number(res.headers.get("retry-after")) * 1000));
  }
}
