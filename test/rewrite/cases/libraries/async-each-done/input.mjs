import { each } from "async";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

await each(await findUsers(), (user, done) => {
  ha.identify(user.id, { name: user.name });
  setImmediate(done);
});
