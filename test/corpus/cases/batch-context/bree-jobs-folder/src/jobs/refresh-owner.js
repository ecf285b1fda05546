import process from "node:process";
import { parentPort } from "node:worker_threads";
import { readOwner } from "../owner.js";

const owner = await readOwner();
await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
  method: "POST",
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
  body: JSON.stringify({ user_id: owner.id, traits: { seats: owner.seats } }),
});

if (parentPort) parentPort.postMessage("done");
else process.exit(0);
