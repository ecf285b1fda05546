import { HaloClient } from "./halo-client.js";

const client = new HaloClient(process.env.HALO_API_KEY ?? "");

export async function publishRenewals(renewals: { userId: string; date: string }[]) {
  for (const renewal of renewals) {
    await client.identify(renewal.userId, { renewal_date: renewal.date });
  }
}
