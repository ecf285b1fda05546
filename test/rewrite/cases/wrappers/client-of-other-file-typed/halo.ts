import { ofetch } from "ofetch";

export interface HaloUser {
  id: string;
  email?: string;
  traits?: Record<string, unknown>;
}

const request = ofetch.create({
  baseURL: process.env["HALO_BASE_URL"] ?? "https://api.haloagents.ai",
  headers: { Authorization: `Bearer ${process.env["HALO_API_KEY"]}` },
});

export async function upsertHaloUser(user: HaloUser) {
  return request("/api/sdk/users/identify", {
    method: "POST",
    body: { user_id: user.id, traits: { email: user.email, ...user.traits } },
  });
}
