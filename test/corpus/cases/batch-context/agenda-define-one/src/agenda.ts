import { Agenda } from "@hokify/agenda";
import { oldestTrial } from "./trials.js";

const agenda = new Agenda({ db: { address: process.env.MONGO_URL ?? "" } });

agenda.define("flag oldest trial", async () => {
  const trial = await oldestTrial();
  if (!trial) return;
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: trial.userId, traits: { renewal_status: "at_risk" } }),
  });
});

await agenda.start();
await agenda.every("0 4 * * *", "flag oldest trial");
