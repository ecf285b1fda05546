import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

async function identifyTeam(members) {
  for (const member of members) {
    ha.identify(member.id, { name: member.name });
    await identifyReports(member);
  }
}

async function identifyReports({ reports }) {
  if (reports) await identifyTeam(reports);
}

await identifyTeam(await findUsers());
