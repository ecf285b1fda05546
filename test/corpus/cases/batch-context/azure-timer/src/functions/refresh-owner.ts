import { app, type InvocationContext, type Timer } from "@azure/functions";
import { readOwner } from "../owner";

async function refreshOwner(timer: Timer, context: InvocationContext): Promise<void> {
  const owner = await readOwner();
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: owner.id, traits: { seats: owner.seats } }),
  });
  context.log("done", timer.isPastDue);
}

app.timer("refreshOwner", { schedule: "0 0 3 * * *", handler: refreshOwner });
