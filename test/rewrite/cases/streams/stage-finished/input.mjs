import { Readable, Writable } from "node:stream";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const users = await findUsers();
await new Promise((resolve, reject) => {
  const toHalo = new Writable({
    objectMode: true,
    write(user, _encoding, done) {
      ha.identify(user.id, { name: user.name });
      done();
    },
  });
  Readable.from(users).on("error", reject).pipe(toHalo).on("finish", resolve).on("error", reject);
});
