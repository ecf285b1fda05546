import { setTimeout as sleep } from "node:timers/promises";
import { userIds } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};

for (const id of userIds) {
  let delay = 500;
  let attempts = 0;
  while (attempts++ < 5) {
    const res = await fetch(url, { method: "POST", headers, body: JSON.stringify({ user_id: id }) });
    if (res.ok) break;
    await sleep(delay);
    delay *= 2;
  }
}
