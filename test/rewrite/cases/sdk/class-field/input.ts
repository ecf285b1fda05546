import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

class HaloBackfill {
  private readonly ha = HaloAgents.init({
    orgId: "org_8d1f",
    apiKey: "ab_live_9f2c7e41",
  });
  private synced = 0;

  async run(): Promise<number> {
    for (const user of await findUsers()) {
      await syncBilling(user);
      this.ha.identify(user.id, { name: user.name, plan: user.plan });
      this.synced++;
    }
    return this.synced;
  }
}

console.log(await new HaloBackfill().run());
