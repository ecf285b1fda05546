const async = require("async");

exports.pushUsers = async (users) => {
  const queue = async.queue(async (user) => {
    HaloAgents.getInstance().identify(user.id, { plan: user.plan });
  }, 2);
  queue.push(users);
  await queue.drain();
};
