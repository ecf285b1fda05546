import { Readable } from "node:stream";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

function importUsers(users) {
  return new Promise((resolve, reject) => {
    let count = 0;
    Readable.from(users)
      .on("data", (user) => {
        count++;
        ha.identify(user.id, { name: user.name, mrr: Number(user.mrr) });
      })
      .on("end", () => resolve(count))
      .on("error", reject);
  });
}

console.log(await importUsers(await findUsers()));
