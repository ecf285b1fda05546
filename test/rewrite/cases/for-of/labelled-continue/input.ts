import { findUserPage } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const { users } = await findUserPage(null);
const blocked = ["Company 3", "Company 7"];

outer: for (const user of users) {
  for (const name of blocked) {
    if (user.company.name === name) continue outer;
  }
  ha.identify(user.id, { name: user.name, company: user.company.name });
}
