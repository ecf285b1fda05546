import { findUsers, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const companies = new Map<string, User[]>();
for (const user of await findUsers()) {
  const members = companies.get(user.company.name) ?? [];
  companies.set(user.company.name, [...members, user]);
}

for (const [company, members] of companies) {
  console.log(company);
  for (const member of members) {
    ha.identify(member.id, { name: member.name, company });
  }
}
