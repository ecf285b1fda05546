import { identify } from "./halo.js";

export async function syncCustomer(customer) {
  await identify(customer.id, { name: customer.name, seats: customer.company.seats });
}
