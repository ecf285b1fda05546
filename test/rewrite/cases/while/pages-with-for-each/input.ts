import { findUserPage, type UserPage } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

async function run() {
  let page: UserPage | null = await findUserPage(null);
  while (page) {
    page.users.forEach((user) => {
      ha.identify(user.id, { name: user.name, mrr: user.mrr });
    });
    page = page.next ? await findUserPage(page.next) : null;
  }
}

await run();
