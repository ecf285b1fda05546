import { db } from "../db.js";

const owner = await db.query.users.findFirst({ where: (user, { eq }) => eq(user.role, "owner") });
if (!owner) throw new Error("No owner.");

await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
  method: "POST",
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
  body: JSON.stringify({ user_id: owner.id, traits: { role: owner.role } }),
});
