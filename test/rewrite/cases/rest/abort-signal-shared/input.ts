import { findUsers } from "./users.js";

const controller = new AbortController();
process.once("SIGINT", () => controller.abort());

for (const user of await findUsers()) {
  await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
    method: "POST",
    signal: controller.signal,
    headers: {
      "Content-Type": "application/json",
      Authorization: `Bearer ${process.env.HALO_API_KEY}`,
    },
    body: JSON.stringify({ user_id: user.id, traits: { role: user.role } }),
  });
}
