const ENDPOINT = "https://api.haloagents.ai/api/sdk/users/identify";

export type Traits = Record<string, string | number | boolean | null>;

export async function identifyUser(userId: string, traits: Traits): Promise<void> {
  const response = await fetch(ENDPOINT, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: `Bearer ${process.env.HALO_API_KEY}`,
    },
    body: JSON.stringify({ user_id: userId, traits }),
  });
  if (!response.ok) throw new Error(`halo: ${response.status}`);
}
