import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const teams = (await findUsers()).map((user) => ({
  members: user.company && [user],
}));

for (const team of teams) {
  for (const member of team.members) {
    ha.identify(member.id, { plan: member.plan });
  }
}
