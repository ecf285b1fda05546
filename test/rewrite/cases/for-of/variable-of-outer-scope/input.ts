import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

let rank = 0;
let previous: string | undefined;
for (const user of await findUsers()) {
  rank += 1;
  ha.identify(user.id, { rank, previous });
  previous = user.name;
}
