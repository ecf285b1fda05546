export async function identify(user: { id: string; email: string }, attempt = 1): Promise<void> {
  const response = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
  });
  if (response.status < 500 || attempt >= 4) return;
  await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 200));
  return identify(user, attempt + 1);
}
