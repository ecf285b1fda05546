import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const toHalo = new Writable({
  objectMode: true,
  async write(user, _encoding, done) {
    if (user.deletedAt) return done();
    ha.identify(user.id, { name: user.name });
    done();
  },
});

await pipeline(Readable.from(await findUsers()), toHalo);
