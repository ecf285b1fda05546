import Promise from "bluebird";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export const pushAll = (users) =>
  Promise.map(users, (user) => {
    ha.identify(user.id, { name: user.name });
  });
