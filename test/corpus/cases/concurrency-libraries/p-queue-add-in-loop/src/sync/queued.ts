import PQueue from "p-queue";
import { readAccounts } from "./accounts.js";

const queue = new PQueue({ concurrency: 4, intervalCap: 20, interval: 1000 });

for (const account of await readAccounts()) {
  void queue.add(async () => {
    HaloAgents.getInstance()?.identify(account.userId, { plan: account.plan });
  });
}

await queue.onIdle();
