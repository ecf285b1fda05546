import { Router } from "express";
import { users } from "../users.js";

export const admin = Router();

admin.post("/resync", async (req, res) => {
  for (const user of await users.all()) {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    });
  }
  res.sendStatus(204);
});
