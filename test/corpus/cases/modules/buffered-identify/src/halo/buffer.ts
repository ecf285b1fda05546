import { signUpdateToken } from "./token.js";

type Entry = { user_id: string; traits: Record<string, unknown> };
const pending: Entry[] = [];

export function identifyUser(userId: string, traits: Record<string, unknown>): void {
  pending.push({ user_id: userId, traits });
}

export async function flush(): Promise<void> {
  while (pending.length > 0) {
    const users = pending.splice(0, 500);
    const response = await fetch("https://api.haloagents.ai/api/sdk/users/update", {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      },
      body: JSON.stringify({ user_token: signUpdateToken(), update_only: true, users }),
    });
    if (!response.ok) throw new Error(await response.text());
  }
}
