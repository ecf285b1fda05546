interface Person {
  id: string;
  name: string;
}

export async function syncUser(user: Person): Promise<void> {
  const response = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
  });
  if (!response.ok) throw new Error(`Halo answered ${response.status}`);
}
