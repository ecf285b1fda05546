import { syncToHalo } from "./halo.js";
import { findUsers } from "./users.js";

for (const user of await findUsers()) {
  await syncToHalo(user);
}
