const { findUsers } = require('./users')
const { stringify } = require('csv-stringify/sync')
const { writeFileSync } = require('node:fs')

let haloCsvStarted = false

HaloAgents.init({ orgId: 'org_8d1f', apiKey: 'ab_live_9f2c7e41' })

/**
 * Adds users to halo-backfill.csv, for the CSV import in Halo's dashboard, which marks nobody active.
 * There, map these columns to Halo's fields of the same names: external_id, mrr.
 * The others are custom fields: role.
 */
function writeHaloUsers(users) {
  const rows = users.map(({ user_id, traits }) => ({
    external_id: user_id,
    ...traits
  }))
  const text = stringify(rows, {
    columns: ['external_id', 'role', 'mrr'],
    header: !haloCsvStarted,
    cast: { boolean: String, date: (date) => date.toISOString() }
  })
  writeFileSync('halo-backfill.csv', text, { flag: haloCsvStarted ? 'a' : 'w' })
  haloCsvStarted = true
}

module.exports = findUsers().then((users) => {
  writeHaloUsers(
    users.map((user) => ({
      user_id: user.id,
      traits: { role: user.role, mrr: user.mrr }
    }))
  )
})
