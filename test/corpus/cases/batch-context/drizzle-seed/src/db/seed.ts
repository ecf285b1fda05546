import { drizzle } from "drizzle-orm/node-postgres";
import { users } from "./schema.js";

const db = drizzle(process.env.DATABASE_URL!);

const [demo] = await db.insert(users).values({ email: "demo@acme.dev", name: "Demo" }).returning();
await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
  method: "POST",
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
  body: JSON.stringify({ user_id: demo.id, traits: { email: demo.email } }),
});
