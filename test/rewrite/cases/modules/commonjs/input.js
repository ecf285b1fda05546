const { findUsers } = require("./users");

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

async function main() {
  const users = await findUsers();
  for (const user of users) {
    ha.identify(user.id, { name: user.name, plan: user.plan });
  }
}

main();
