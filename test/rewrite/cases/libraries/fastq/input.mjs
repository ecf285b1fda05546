import fastq from "fastq";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const queue = fastq.promise(async (user) => {
  ha.identify(user.id, { name: user.name });
}, 2);
for (const user of await findUsers()) queue.push(user);
await queue.drained();
