import { findUser } from "./users.js";

const user = await findUser(process.argv[2] ?? "user_0000");
if (user) {
  await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: `Bearer ${process.env.HALO_API_KEY}`,
    },
    body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
  }).catch(console.error);
}
