const { users } = require("./users.js");

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

/** @returns {number} how many users there are */
function syncNames() {
  for (const user of users) {
    ha.identify(user.id, { name: user.name });
  }
  return users.length;
}

exports.syncPlans = function () {
  users.forEach((user) => ha.identify(user.id, { plan: user.plan }));
};

module.exports.syncNames = syncNames;
