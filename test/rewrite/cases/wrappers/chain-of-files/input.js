import { syncBilling } from "./billing.js";
import { syncCustomer } from "./customer.js";
import { findUsers } from "./users.js";

for (const user of await findUsers()) {
  await syncBilling(user);
  await syncCustomer(user);
}
