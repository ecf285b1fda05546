import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { Hono } from "hono";
import { sessions, users } from "../schema";

export const login = new Hono<{ Bindings: Env }>().post("/login", async (c) => {
  const db = drizzle(c.env.DB);
  const { email } = await c.req.json();
  const all = await db.select().from(users).where(eq(users.email, email));
  const user = all[0];
  if (!user) return c.json({ error: "unknown" }, 401);
  await db.insert(sessions).values({ userId: user.id });
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${c.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
  });
  return c.json(user);
});
