import { Account } from "../models/account.js";

export async function backfillAccounts() {
  const halo = HaloAgents.getInstance();
  for await (const account of Account.find().lean().cursor({ batchSize: 100 })) {
    halo?.identify(String(account.ownerId), { arr: account.arr });
  }
}
