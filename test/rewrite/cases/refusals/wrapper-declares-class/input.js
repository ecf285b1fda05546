import { recordSync } from "./billing.js";
import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};

async function identify(user) {
  class Failure extends Error {}
  if (recordSync(user)) throw new Failure(user.id);
  await fetch(url, {
    method: "POST",
    headers,
    body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
  });
}

for (const user of await findUsers()) {
  await identify(user);
}
