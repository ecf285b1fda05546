#!/usr/bin/env node
import { findUserByEmail } from "../src/users.mjs";

const user = await findUserByEmail(process.argv[2]);
await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
  method: "POST",
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
  body: JSON.stringify({ user_id: user.id, traits: { plan: "enterprise" } }),
});
