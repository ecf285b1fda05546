import { syncTraits } from "#halo";
import { customersDueForRenewal } from "#db/customers";

export async function flagRenewals(log) {
  const due = await customersDueForRenewal();
  await due.reduce(async (previous, customer) => {
    await previous;
    log.debug({ customer: customer.user_id }, "flagging");
    await syncTraits(customer.user_id, { renewal_status: "up_for_renewal" });
  }, Promise.resolve());
  log.info("flagged %d customers", due.length);
}
