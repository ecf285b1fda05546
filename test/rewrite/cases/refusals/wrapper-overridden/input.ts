import { findUsers, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

class Importer {
  async run(): Promise<void> {
    for (const user of await findUsers()) {
      this.sync(user);
    }
  }

  sync(user: User): void {
    ha.identify(user.id, { name: user.name });
  }
}

class DryRun extends Importer {
  override sync(user: User): void {
    console.log(user.id);
  }
}

await new DryRun().run();
