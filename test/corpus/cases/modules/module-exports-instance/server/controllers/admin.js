const User = require("../models/user");
const halo = require("../services/halo");

exports.resync = async (req, res, next) => {
  try {
    const users = await User.find({ organisation: req.params.id }).lean();
    await Promise.all(users.map((user) => halo.identify(user._id.toString(), { plan: user.plan })));
    res.json({ count: users.length });
  } catch (err) {
    next(err);
  }
};
