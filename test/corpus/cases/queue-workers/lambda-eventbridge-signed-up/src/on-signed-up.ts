import type { EventBridgeHandler } from "aws-lambda";

interface SignedUp {
  userId: string;
  email: string;
}

export const handler: EventBridgeHandler<"user.signed_up", SignedUp, void> = async ({ detail }) => {
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: detail.userId, traits: { email: detail.email } }),
  });
};
