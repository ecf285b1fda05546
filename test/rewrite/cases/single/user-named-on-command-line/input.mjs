import { findUsers } from "./users.js";

const [wanted = "user_0000"] = process.argv.slice(2);
const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const users = await findUsers();
const user = users.find(({ id }) => id === wanted);
if (user) {
  ha.identify(user.id, { name: user.name, email: user.email });
}
