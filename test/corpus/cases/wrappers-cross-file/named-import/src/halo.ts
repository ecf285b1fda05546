const endpoint = "https://api.haloagents.ai/api/sdk/users/identify";

export interface HaloUser {
  id: string;
  email: string;
  plan: string;
}

export async function syncToHalo(user: HaloUser): Promise<void> {
  await fetch(endpoint, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { email: user.email, plan: user.plan } }),
  });
}
