var async = require("async");
var request = require("request");
var User = require("../models/user");

module.exports = function (callback) {
  User.find({ active: true }, function (err, users) {
    if (err) return callback(err);
    async.eachSeries(
      users,
      function (user, next) {
        request.post(
          {
            url: "https://api.haloagents.ai/api/sdk/users/identify",
            auth: { bearer: process.env.HALO_API_KEY },
            json: { user_id: user.id, traits: { email: user.email } },
          },
          function (error, response) {
            if (error) return next(error);
            if (response.statusCode !== 200) console.log("halo said", response.statusCode);
            next();
          },
        );
      },
      callback,
    );
  });
};
