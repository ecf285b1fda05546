import { User } from "./models.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

await User.find().cursor().eachAsync((user) => {
  ha.identify(user.id, { name: user.name });
});
