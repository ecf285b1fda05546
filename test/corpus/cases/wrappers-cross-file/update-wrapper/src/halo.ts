import { signUpdateToken } from "./token.js";

export async function updateUsers(users: { user_id: string; traits: object }[]) {
  await fetch("https://api.haloagents.ai/api/sdk/users/update", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_token: signUpdateToken(), update_only: true, users }),
  });
}

export async function identifyUser(id: string, traits: object) {
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: id, traits }),
  });
}
