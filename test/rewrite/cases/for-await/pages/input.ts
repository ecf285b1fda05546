import { findUserPage, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

async function* pages(): AsyncGenerator<User[]> {
  let next: string | null = null;
  do {
    const page = await findUserPage(next);
    yield page.users;
    next = page.next;
  } while (next);
}

for await (const page of pages()) {
  for (const user of page) ha.identify(user.id, { name: user.name });
  console.log(`${page.length} more.`);
}
