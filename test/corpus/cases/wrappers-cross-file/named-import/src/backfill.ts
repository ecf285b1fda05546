import { syncToHalo } from "./halo.js";
import { loadUsers } from "./users.js";

for (const user of await loadUsers()) {
  await syncToHalo(user);
}
