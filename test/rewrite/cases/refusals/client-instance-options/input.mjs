import got from "got";
import { findUsers } from "./users.js";

const halo = got.extend({
  prefixUrl: process.env.HALO_BASE_URL,
  headers: { authorization: `Bearer ${process.env.HALO_API_KEY}` },
  retry: { limit: 5, methods: ["POST"] },
});

for (const user of await findUsers()) {
  await halo.post("api/sdk/users/identify", {
    json: { user_id: user.id, traits: { name: user.name } },
  });
}
