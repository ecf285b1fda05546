import { findUsers } from "./users.js";

const widgetKey = "ab_live_9f2c7e41";
const options = { orgId: "org_8d1f", apiKey: widgetKey };
const ha = HaloAgents.init(options);

for (const user of await findUsers()) {
  if (user.email) ha.identify(user.id, { email: user.email });
}
