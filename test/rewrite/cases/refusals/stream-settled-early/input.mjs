import { Readable } from "node:stream";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const users = await findUsers();
await new Promise((resolve, reject) => {
  const stream = Readable.from(users);
  stream.on("data", (user) => {
    ha.identify(user.id, { name: user.name });
  });
  stream.on("end", resolve);
  setTimeout(() => reject(new Error("too late")), 1000);
});
