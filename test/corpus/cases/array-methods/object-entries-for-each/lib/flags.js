const flagsByUser = require("../data/flags.json");

module.exports = function publishFlags() {
  const ha = window.HaloAgents.getInstance();
  Object.entries(flagsByUser).forEach(([userId, flags]) => {
    ha.identify(userId, { flags: flags.join(",") });
  });
};
