export interface HaloOptions {
  apiKey: string;
  baseUrl?: string;
}

export function createHaloClient({ apiKey, baseUrl = "https://api.haloagents.ai" }: HaloOptions) {
  async function send(path: string, body: unknown) {
    const res = await fetch(baseUrl + path, {
      method: "POST",
      headers: { Authorization: `Bearer ${apiKey}`, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!res.ok) throw new Error(`${path}: ${res.status}`);
  }

  return {
    identify: (userId: string, traits: object) =>
      send("/api/sdk/users/identify", { user_id: userId, traits }),
    update: (users: object[], userToken: string) =>
      send("/api/sdk/users/update", { users, user_token: userToken }),
  };
}

export type HaloClient = ReturnType<typeof createHaloClient>;
