import { findUsers } from './users.js'
import { syncBilling } from './billing.js'

const ha = HaloAgents.init({ orgId: 'org_8d1f', apiKey: 'ab_live_9f2c7e41' })

async function backfill() {
  for (const user of await findUsers()) {
    const { balance } = await syncBilling(user)
    ha.identify(user.id, { name: user.name, balance })
  }
}

await backfill()
