import type { EventBridgeEvent } from "aws-lambda";
import { readOwner } from "./owner";

export async function handler(event: EventBridgeEvent<"Scheduled Event", unknown>): Promise<void> {
  console.log(event.time);
  const owner = await readOwner();
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: owner.id, traits: { seats: owner.seats } }),
  });
}
