import { Context } from "@temporalio/activity";
import { contacts } from "./contacts";

export async function backfillContact(id: string): Promise<void> {
  const contact = await contacts.byId(id);
  Context.current().heartbeat(id);
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: contact.id, traits: { email: contact.email } }),
  });
}
