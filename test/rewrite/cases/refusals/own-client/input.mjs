import { post } from "./client.js";
import { findUsers } from "./users.js";

for (const user of await findUsers()) {
  await post("/api/sdk/users/identify", { user_id: user.id, traits: { name: user.name } });
}
