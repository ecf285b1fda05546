import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const target = process.env.SYNC_TARGET ?? "halo";
const users = await findUsers();

switch (target) {
  case "halo":
    for (const user of users) {
      ha.identify(user.id, { email: user.email });
    }
    break;
  case "none":
    break;
  default:
    throw new Error(`Unknown target ${target}`);
}
