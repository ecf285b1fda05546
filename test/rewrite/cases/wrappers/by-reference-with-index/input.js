import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export const rank = (user, index, all) => {
  ha.identify(user.id, { rank: index + 1, first: user === all[0] });
};

const users = await findUsers();
users.forEach(rank);
