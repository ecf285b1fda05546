import jwt from "jsonwebtoken";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const version = jwt.sign({ v: 1 }, "local");

for (const user of await findUsers()) {
  ha.identify(user.id, { name: user.name, token_length: version.length });
}
