import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

function Job(target: new () => object): void {
  console.log(`job ${target.name}`);
}

/** Fills in the plans that were forgotten. */
@Job
export class PlanBackfill {
  async run(): Promise<void> {
    for (const user of await findUsers()) {
      ha.identify(user.id, { plan: user.plan });
    }
  }
}

await new PlanBackfill().run();
