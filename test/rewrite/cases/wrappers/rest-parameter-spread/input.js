import { identify } from "./halo.js";
import { findUsers } from "./users.js";

for (const user of await findUsers()) {
  await identify({ id: user.id, ...user.company });
}
