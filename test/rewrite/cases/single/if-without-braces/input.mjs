import { findUser } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const user = await findUser(process.argv[2] ?? "user_0000");

if (user) ha.identify(user.id, { plan: user.plan });
else console.log("No such user.");
