import { signUpdateToken } from "../src/token.js";

const [, , userId, plan] = process.argv;
await fetch("https://api.haloagents.ai/api/sdk/users/update", {
  method: "POST",
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
  body: JSON.stringify({ user_token: signUpdateToken(), update_only: true, user_id: userId, traits: { plan } }),
});
