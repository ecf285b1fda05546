import { syncCustomer } from "./customer-sync.js";

export async function nightly(customers: AsyncIterable<{ id: string; mrr: number }>) {
  for await (const customer of customers) await syncCustomer(customer);
}
