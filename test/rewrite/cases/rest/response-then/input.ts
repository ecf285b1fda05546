import { userIds } from "./users.js";

const base = process.env.HALO_BASE_URL;

await Promise.all(
  userIds.map((id) =>
    fetch(`${base}/api/sdk/users/identify`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      },
      body: JSON.stringify({ user_id: id, traits: { source: "crm" } }),
    }).then((response) => {
      if (!response.ok) throw new Error(`Halo answered ${response.status}`);
      return response.json();
    }),
  ),
);
