import { Router } from "express";
import { providers } from "./providers.js";

export const router = Router();

for (const provider of providers) {
  router.get(`/auth/${provider.name}/callback`, async (req, res) => {
    const user = await provider.complete(req.query.code);
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { email: user.email, name: user.name } }),
    });
    res.redirect("/");
  });
}
