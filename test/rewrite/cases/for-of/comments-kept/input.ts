// One-off: give every user their company's size.
import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js"; // the read replica

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

// Paid plans only, free ones have no company.
for (const user of await findUsers()) {
  // Enterprise is synced by sales.
  if (user.plan === "enterprise") continue;
  await syncBilling(user); // must come first
  /* Halo's filter wants a number. */
  ha.identify(user.id, {
    // not the billed seats
    seats: user.company.seats,
  }); // TODO: drop when billing sends it
}
// That is all.
