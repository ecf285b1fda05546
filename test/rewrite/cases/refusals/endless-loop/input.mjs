import { userIds } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const queue = [...userIds];

while (true) {
  const id = queue.shift();
  if (id) ha.identify(id, { source: "queue" });
  await new Promise((resolve) => setTimeout(resolve, 1000));
}
