import { withRetry } from "../lib/with-retry.js";

export async function postLogin(req, res) {
  const { user } = req.body;
  await withRetry(async (attempt) => {
    const response = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.user_id, traits: { email: user.email } }),
    });
    if (!response.ok) throw new Error(`attempt ${attempt}: ${response.status}`);
  });
  res.sendStatus(204);
}
