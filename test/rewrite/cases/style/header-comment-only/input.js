/**
 * Backfills plans. Run it once.
 */

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const { users } = await import("./users.js");

for (const user of users) {
  ha.identify(user.id, { plan: user.plan });
}
