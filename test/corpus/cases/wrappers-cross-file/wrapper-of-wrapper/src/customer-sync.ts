import { identify } from "./halo.js";

export async function syncCustomer(customer: { id: string; mrr: number }) {
  await identify(customer.id, { mrr: customer.mrr });
}
