import { Readable } from "node:stream";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

setTimeout(() => process.exit(1), 60_000).unref();

Readable.from(await findUsers())
  .on("data", (user) => {
    ha.identify(user.id, { name: user.name });
  })
  .on("end", () => console.log("read"));
