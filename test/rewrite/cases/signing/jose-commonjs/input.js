const { findUsers } = require("./users");

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

async function main() {
  for (const user of await findUsers()) {
    ha.identify(user.id, { email: user.email });
  }
}

main();
