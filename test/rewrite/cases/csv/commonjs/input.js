const { findUsers } = require('./users')

const ha = HaloAgents.init({ orgId: 'org_8d1f', apiKey: 'ab_live_9f2c7e41' })

module.exports = findUsers().then((users) => {
  users.map((user) => ha.identify(user.id, { role: user.role, mrr: user.mrr }))
})
