import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

await pipeline(
  Readable.from(await findUsers()),
  new Writable({
    objectMode: true,
    async write(user, _encoding, done) {
      done();
      const { balance } = await syncBilling(user);
      ha.identify(user.id, { balance });
    },
  }),
);
