const _ = require("lodash");
const superagent = require("superagent");

function identify(user, traits) {
  return superagent
    .post("https://api.haloagents.ai/api/sdk/users/identify")
    .auth(process.env.HALO_API_KEY, { type: "bearer" })
    .send({ user_id: user.id, traits: traits })
    .then((res) => res.body);
}

async function pushRenewals(contracts) {
  const byOwner = _.groupBy(contracts, "ownerId");
  const batches = _.chunk(_.keys(byOwner), 20);
  for (const batch of batches) {
    const requests = _.map(batch, (ownerId) => {
      const next = _.minBy(byOwner[ownerId], "renewalDate");
      return identify({ id: ownerId }, { renewal_date: next.renewalDate });
    });
    await Promise.all(requests);
  }
}

module.exports = { pushRenewals };
