import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

await pipeline(
  Readable.from(await findUsers()),
  new Writable({
    objectMode: true,
    write(user, _encoding, done) {
      ha.identify(user.id, { name: user.name });
      done();
    },
  }),
);
