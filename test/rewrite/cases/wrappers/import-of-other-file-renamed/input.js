import { syncToHalo } from "./halo.js";
import { findUsers } from "./users.js";

/** Only for the log: names, in short. */
const toTraits = (user) => user.name;

for (const user of await findUsers()) {
  console.log(toTraits(user));
  await syncToHalo(user);
}
