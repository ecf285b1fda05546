import { recordSync } from "./billing.js";
import { findUsers } from "./users.js";

for (const user of await findUsers()) {
  const request = new Request(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: `Bearer ${process.env.HALO_API_KEY}`,
    },
    body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
  });
  const response = await fetch(request);
  if (!response.ok) throw new Error(`Halo answered ${response.status}`);
  recordSync();
}
