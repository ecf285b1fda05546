"use strict";

var https = require("https");

function post(body) {
  return new Promise(function (resolve, reject) {
    var options = {
      hostname: "api.haloagents.ai",
      port: 443,
      path: "/api/sdk/users/identify",
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: "Bearer " + process.env.HALO_KEY },
    };
    var req = https.request(options, function (res) {
      res.on("data", function () {});
      res.on("end", resolve);
    });
    req.on("error", reject);
    req.write(JSON.stringify(body));
    req.end();
  });
}

module.exports = function syncChain(users) {
  return users.reduce(function (chain, user) {
    return chain.then(function () {
      return post({ user_id: user.id, traits: { company: user.company } });
    });
  }, Promise.resolve());
};
