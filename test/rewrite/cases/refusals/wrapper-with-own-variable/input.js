import { syncUser } from "./halo.js";
import { findUsers } from "./users.js";

for (const user of await findUsers()) {
  syncUser(user);
}
