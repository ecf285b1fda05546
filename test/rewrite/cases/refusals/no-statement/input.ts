import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const users = await findUsers();
if (
  users.every((user) => {
    ha.identify(user.id, { name: user.name });
    return user.deletedAt === null;
  })
) {
  console.log("Nobody left.");
}
