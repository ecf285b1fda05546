import { userIds, findUser } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const queue = [...userIds];

while (queue.length > 0) {
  const id = queue.shift();
  const user = await findUser(id);
  ha.identify(id, { name: user.name, plan: user.plan });
}
