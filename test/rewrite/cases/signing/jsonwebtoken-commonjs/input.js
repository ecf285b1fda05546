const { findUsers } = require("./users");

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

exports.run = async function run() {
  for (const user of await findUsers()) {
    ha.identify(user.id, { role: user.role });
  }
};

exports.run();
