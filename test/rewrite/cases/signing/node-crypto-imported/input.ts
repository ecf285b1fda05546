import crypto from "node:crypto";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

for (const user of await findUsers()) {
  const emailHash = crypto
    .createHash("sha256")
    .update(user.email ?? "")
    .digest("hex");
  ha.identify(user.id, { name: user.name, email_hash: emailHash });
}
