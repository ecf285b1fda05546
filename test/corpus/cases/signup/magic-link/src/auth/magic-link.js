import { consumeToken, upsertUser } from "./store.js";

export async function verifyMagicLink(req, res) {
  const email = await consumeToken(req.query.token);
  const user = await upsertUser({ email });
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { email } }),
  });
  req.session.userId = user.id;
  res.redirect("/app");
}
