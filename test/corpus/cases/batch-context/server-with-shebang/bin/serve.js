#!/usr/bin/env node
import express from "express";
import { authenticate } from "../src/auth.js";

const app = express();

app.post("/login", express.json(), async (req, res) => {
  const user = await authenticate(req.body);
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { email: user.email, plan: user.plan } }),
  });
  res.json({ id: user.id });
});

app.listen(Number(process.argv[2] ?? 3000));
