import type { User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export const publishNames = (users: User[]) =>
  users.forEach((user) => ha.identify(user.id, { name: user.name }));
