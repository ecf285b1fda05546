import { task } from "@trigger.dev/sdk/v3";

export const userSignedUp = task({
  id: "user-signed-up",
  retry: { maxAttempts: 3 },
  run: async (payload: { userId: string; email: string }) => {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: payload.userId, traits: { email: payload.email } }),
    });
  },
});
