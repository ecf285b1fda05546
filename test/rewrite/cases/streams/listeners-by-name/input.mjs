import { Readable } from "node:stream";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function importUsers(users, done) {
  const stream = Readable.from(users);
  stream.on("data", ({ id, name }) => {
    ha.identify(id, { name });
  });
  stream.on("error", done);
  stream.on("end", () => done(null, users.length));
}

importUsers(await findUsers(), (error, count) => {
  if (error) throw error;
  console.log(`${count} users`);
});
