import { log } from "@temporalio/activity";

export interface NewUser {
  id: string;
  email: string;
}

export async function identifyNewUser(user: NewUser): Promise<void> {
  log.info("identify", { id: user.id });
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
  });
}
