import { findUsers } from "./users.js";

for (const user of await findUsers()) {
  const payload = { user_id: user.id, traits: { external_id: user.id, created_at: user.signedUpAt } };
  const response = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: `Bearer ${process.env.HALO_API_KEY}`,
    },
    body: JSON.stringify(payload),
  });
  if (!response.ok) throw new Error(`Halo answered ${response.status}`);
}
