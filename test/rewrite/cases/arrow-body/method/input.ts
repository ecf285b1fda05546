import { findUsers, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

class Backfill {
  run(users: User[]) {
    return Promise.all(
      users.map(async (user) => {
        if (user.deletedAt) return;
        ha.identify(user.id, { name: user.name });
      }),
    );
  }
}

await new Backfill().run(await findUsers());
