import jwt from "jsonwebtoken";
import { readUsers } from "../src/users.js";

const users = await readUsers();
for (let start = 0; start < users.length; start += 500) {
  const userToken = jwt.sign({ scope: "users.update" }, process.env.HALO_IDENTITY_SECRET, {
    algorithm: "HS256",
    expiresIn: "5m",
  });
  const response = await fetch("https://api.haloagents.ai/api/sdk/users/update", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: `Bearer ${process.env.HALO_API_KEY}`,
    },
    body: JSON.stringify({
      user_token: userToken,
      update_only: true,
      users: users.slice(start, start + 500).map((u) => ({ user_id: u.id, traits: { plan: u.plan } })),
    }),
  });
  if (!response.ok) throw new Error(await response.text());
}
