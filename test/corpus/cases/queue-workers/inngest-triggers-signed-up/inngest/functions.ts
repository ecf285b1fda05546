import { Inngest } from "inngest";

const inngest = new Inngest({ id: "shop" });

export const welcome = inngest.createFunction(
  { id: "welcome", triggers: [{ event: "shop/user.signed_up" }] },
  async ({ event }) => {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: event.data.userId, traits: { email: event.data.email } }),
    });
  },
);
