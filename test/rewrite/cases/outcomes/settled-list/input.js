import { findUsers } from "./users.js";

async function sync(user) {
  const response = await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: `Bearer ${process.env.HALO_API_KEY}`,
    },
    body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
  });
  if (!response.ok) throw new Error(`Halo answered ${response.status}`);
}

const requests = [];
for (const user of await findUsers()) {
  requests.push(sync(user));
}
const results = await Promise.allSettled(requests);
for (const { status, reason } of results) {
  if (status === "rejected") console.error(status, reason instanceof Error);
}
