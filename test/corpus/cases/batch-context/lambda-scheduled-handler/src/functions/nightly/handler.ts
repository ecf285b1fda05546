import type { ScheduledHandler } from "aws-lambda";
import { ownerOf } from "../../accounts";

export const handler: ScheduledHandler = async () => {
  const owner = await ownerOf("acme");
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: owner.id, traits: { mrr: owner.mrr } }),
  });
};
