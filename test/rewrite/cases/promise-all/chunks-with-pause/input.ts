import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const users = await findUsers();

for (let i = 0; i < users.length; i += 1000) {
  const chunk = users.slice(i, i + 1000);
  await Promise.all(
    chunk.map(async (user, index) => {
      ha.identify(user.id, { name: user.name, index: i + index });
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 5));
}
