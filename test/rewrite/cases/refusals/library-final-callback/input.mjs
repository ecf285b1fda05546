import async from "async";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const users = await findUsers();
await async.each(
  users,
  (user, done) => {
    ha.identify(user.id, { name: user.name });
    done();
  },
  () => console.log("done"),
);
