const _ = require("lodash");

module.exports = (users, ha = HaloAgents.getInstance()) =>
  _(users)
    .filter("active")
    .sortBy("createdAt")
    .each((user) => HaloAgents.getInstance().identify(user.id, { plan: user.plan }));
