import { findUsers, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

/** What the CRM calls the plans. */
enum Plan {
  Free = "free",
  Pro = "pro",
}

const labels = {
  free: "Free",
  pro: "Pro",
  enterprise: "Enterprise",
} as const satisfies Record<User["plan"], string>;

abstract class Job<T extends object = User> {
  constructor(protected readonly name: string) {}

  abstract run(items: readonly T[]): Promise<void>;
}

class Backfill extends Job {
  override async run(users: readonly User[]): Promise<void> {
    for (const user of users) {
      if (user.plan === Plan.Free) continue;
      ha.identify(user.id, {
        plan: labels[user.plan],
        is_pro: (user.plan as Plan) === Plan.Pro,
      } satisfies Record<string, unknown>);
    }
    console.log(this.name);
  }
}

await new Backfill("plans").run(await findUsers());
