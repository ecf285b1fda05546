import { db } from "@acme/db";

export async function syncHalo() {
  const halo = HaloAgents.getInstance();
  if (!halo) throw new Error("Halo is not loaded");
  for await (const account of db.selectFrom("accounts").selectAll().stream(200)) {
    halo.identify(account.owner_id, { plan: account.plan_name, on_contract: account.is_annual });
  }
}
