import { Router } from "express";
import { sendWelcomeMail } from "../mail.js";
import { createUser } from "../users.js";

export const router = Router();

router.post("/register", async (req, res, next) => {
  try {
    const user = await createUser(req.body);
    await Promise.all([
      sendWelcomeMail(user),
      fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: user.id, traits: { email: user.email, name: user.name } }),
      }),
    ]);
    res.status(201).json({ id: user.id });
  } catch (error) {
    next(error);
  }
});
