import type { Pool } from "pg";

interface CustomerRow {
  customer_id: string;
  company_name: string;
  mrr_cents: number;
}

export async function resyncCustomers(pool: Pool): Promise<number> {
  const { rows } = await pool.query<CustomerRow>("select * from customers where churned_at is null");
  const ha = window.HaloAgents.getInstance();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    ha.identify(row.customer_id, { name: row.company_name, mrr: row.mrr_cents / 100 });
  }
  return rows.length;
}
