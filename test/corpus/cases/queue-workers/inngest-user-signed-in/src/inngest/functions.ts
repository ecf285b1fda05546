import { inngest } from "./client";

export const identifyOnSignIn = inngest.createFunction(
  { id: "identify-on-sign-in" },
  { event: "app/user.signed-in" },
  async ({ event, step }) => {
    await step.run("identify", () =>
      fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: event.data.userId, traits: { plan: event.data.plan } }),
      }),
    );
  },
);
