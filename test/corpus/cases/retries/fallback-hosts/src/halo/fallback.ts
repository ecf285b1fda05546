const hosts = ["https://api.haloagents.ai", "https://halo.internal.acme.dev"];

export async function identifyCurrent(user: { id: string; email: string }): Promise<boolean> {
  for (const host of hosts) {
    const response = await fetch(`${host}/api/sdk/users/identify`, {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
    }).catch(() => undefined);
    if (response?.ok) return true;
  }
  return false;
}
