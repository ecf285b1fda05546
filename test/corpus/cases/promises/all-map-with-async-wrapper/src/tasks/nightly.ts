import { listCustomers, type Customer } from "../customers";

async function pushCustomer(customer: Customer): Promise<void> {
  const response = await fetch(`${process.env.HALO_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: customer.id, traits: { mrr: customer.mrr } }),
  });
  if (!response.ok) throw new Error(`Halo: ${response.status}`);
}

export async function nightly() {
  const customers = await listCustomers();
  return Promise.allSettled(customers.map((customer) => pushCustomer(customer)));
}
