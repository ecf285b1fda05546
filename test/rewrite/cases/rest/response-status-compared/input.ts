import { recordSync } from "./billing.js";
import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};

let sent = 0;
for (const user of await findUsers()) {
  const { status } = await fetch(url, {
    method: "POST",
    headers,
    body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
  });
  if (status < 200 || status >= 300) {
    throw new Error(`Halo answered ${status} for ${user.id}`);
  }
  sent += 1;
  console.log("sent", user.id);
}
recordSync();
console.log(`${sent} users`);
