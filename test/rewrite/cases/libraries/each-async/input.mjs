import { syncBilling } from "./billing.js";
import { User } from "./models.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const backfill = () =>
  User.find()
    .cursor()
    .eachAsync(async (user) => {
      const { balance } = await syncBilling(user);
      ha.identify(user.id, { name: user.name, balance });
    });

await backfill();
