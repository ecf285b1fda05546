import { request } from "undici";
import { users } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;

for (const { id, plan } of users) {
  const { statusCode, body } = await request(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${process.env.HALO_API_KEY}`,
    },
    body: JSON.stringify({ user_id: id, traits: { plan } }),
  });
  if (statusCode !== 200) {
    const text = await body.text();
    console.error("Halo refused", id, statusCode);
    throw new Error(text);
  }
  await body.text();
}
