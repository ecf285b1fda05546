import { haloHeaders } from "./halo-headers.js";
import { findUsers } from "./users.js";

for (const user of await findUsers()) {
  await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: haloHeaders(),
    body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
  });
}
