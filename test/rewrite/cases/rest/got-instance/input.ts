import got from "got";
import { findUsers } from "./users.js";

const key = process.env.HALO_API_KEY;
const halo = got.extend({
  prefixUrl: new URL("/api/sdk", process.env.HALO_BASE_URL),
  headers: { authorization: `Bearer ${key}` },
});

for (const user of await findUsers()) {
  if (user.deletedAt) continue;
  await halo.post("users/identify", {
    json: { user_id: user.id, traits: { role: user.role } },
  });
}
