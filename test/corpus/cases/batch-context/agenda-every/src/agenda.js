import { Agenda } from "@hokify/agenda";
import { renewals } from "./renewals.js";

const agenda = new Agenda({ db: { address: process.env.MONGO_URL } });

agenda.define("announce renewal", async () => {
  const renewal = await renewals.next();
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: renewal.userId, traits: { renewal_status: renewal.status } }),
  });
});

await agenda.start();
await agenda.every("24 hours", "announce renewal");
