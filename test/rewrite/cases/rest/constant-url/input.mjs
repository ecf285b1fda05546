import { findUsers } from "./users.js";

const HALO_IDENTIFY_URL = "https://api.haloagents.ai/api/sdk/users/identify";
const HALO_KEY = process.env.HALO_API_KEY;

for (const user of await findUsers()) {
  await fetch(HALO_IDENTIFY_URL, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: "Bearer " + HALO_KEY,
    },
    body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
  });
}
