const pLimit = require("p-limit");

const limit = pLimit(10);

module.exports = function track(req, res, next) {
  if (req.user) {
    limit(() =>
      fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: req.user.id, traits: { plan: req.user.plan } }),
      }),
    ).catch((error) => req.log.warn(error));
  }
  next();
};
