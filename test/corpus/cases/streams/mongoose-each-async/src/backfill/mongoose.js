const { User } = require("../models");

exports.backfill = () =>
  User.find({ deletedAt: null })
    .cursor()
    .eachAsync(async (user) => {
      HaloAgents.getInstance().identify(user.id, { plan: user.plan });
    });
