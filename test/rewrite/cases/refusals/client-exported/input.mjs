import ky from "ky";
import { findUsers } from "./users.js";

export const halo = ky.create({
  prefixUrl: process.env.HALO_BASE_URL,
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
});

for (const user of await findUsers()) {
  await halo.post("api/sdk/users/identify", {
    json: { user_id: user.id, traits: { name: user.name } },
  });
}
