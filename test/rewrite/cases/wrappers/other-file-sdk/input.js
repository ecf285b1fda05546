import { syncBilling } from "./billing.js";
import identifyUser from "./halo.js";
import { findUsers } from "./users.js";

for (const user of await findUsers()) {
  await syncBilling(user);
  identifyUser(user);
}
