import express from "express";
import cron from "node-cron";
import { createUser, purgeSessions } from "./store.js";

const app = express();
cron.schedule("*/10 * * * *", () => purgeSessions());

app.post("/signup", express.json(), async (req, res) => {
  const user = await createUser(req.body);
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
  });
  res.status(201).end();
});
