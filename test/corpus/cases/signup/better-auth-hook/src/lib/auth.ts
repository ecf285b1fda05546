import { betterAuth } from "better-auth";
import { pool } from "./pool";

export const auth = betterAuth({
  database: pool,
  emailAndPassword: { enabled: true },
  databaseHooks: {
    user: {
      create: {
        after: async (user) => {
          await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
            method: "POST",
            headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
            body: JSON.stringify({ user_id: user.id, traits: { email: user.email, name: user.name } }),
          });
        },
      },
    },
  },
});
