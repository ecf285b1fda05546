import pAll from "p-all";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

function pushAll(users) {
  const jobs = users.map((user) => async () => ha.identify(user.id, { role: user.role, name: user.name }));
  return pAll(jobs, { concurrency: 3 });
}

await pushAll(await findUsers());
