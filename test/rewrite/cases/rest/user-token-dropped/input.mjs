import jwt from "jsonwebtoken";
import { users } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const secret = process.env.HALO_IDENTITY_SECRET;

for (const user of users) {
  const user_token = jwt.sign({ user_id: user.id }, secret, { expiresIn: 300 });
  await fetch(url, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: `Bearer ${process.env.HALO_API_KEY}`,
    },
    body: JSON.stringify({
      user_id: user.id,
      traits: { name: user.name },
      user_token,
    }),
  });
}
