const renewals = require("./renewals.json");

const ha = HaloAgents.init({ orgId: "org_41", apiKey: process.env.HALO_KEY });

for (const userId in renewals) {
  if (!Object.hasOwn(renewals, userId)) continue;
  const renewal = renewals[userId];
  ha.identify(userId, {
    renewal_date: renewal.date,
    renewal_status: renewal.status,
  });
}
