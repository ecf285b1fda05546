import { Router, type Request, type Response } from "express";
import { z } from "zod";
import { requireAdmin } from "../middleware/require-admin";
import { userRepo } from "../repos/user-repo";

const bodySchema = z.object({ ids: z.array(z.string()).max(5000), plan: z.string() });

const router = Router();

router.post("/users/plan", requireAdmin, async (req: Request, res: Response) => {
  const parsed = bodySchema.safeParse(req.body);
  if (!parsed.success) return res.status(400).json(parsed.error.flatten());

  const { ids, plan } = parsed.data;
  await userRepo.setPlan(ids, plan);

  for (const id of ids) {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      },
      body: JSON.stringify({ user_id: id, traits: { plan } }),
    }).catch((error) => req.log.error(error));
  }
  return res.status(204).end();
});

export default router;
