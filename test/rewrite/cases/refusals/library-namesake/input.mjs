import { pMap } from "./p-map.js";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

await pMap(await findUsers(), async (user) => {
  ha.identify(user.id, { name: user.name });
});
