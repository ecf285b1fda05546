import { findUserPage } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

let cursor: string | null = null;
while (true) {
  const page = await findUserPage(cursor);
  for (const user of page.users) {
    ha.identify(user.id, { name: user.name, email: user.email });
  }
  if (!page.next) break;
  cursor = page.next;
}
