import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function backfill(users: Awaited<ReturnType<typeof findUsers>>): void {
  for (const user of users) {
    ha.identify(user.id, {
      name: user.name,
      email: user.email,
      "on-trial": user.plan === "free",
      signed_up_at: user.signedUpAt,
      company: user.company,
    });
  }
}

backfill(await findUsers());
