import { Readable } from "node:stream";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

let count = 0;
Readable.from(await findUsers())
  .on("data", (user) => {
    count++;
    ha.identify(user.id, { name: user.name });
  })
  .on("end", () => console.log(`${count} users`))
  .on("error", (error) => {
    console.error(error);
    process.exitCode = 1;
  });
