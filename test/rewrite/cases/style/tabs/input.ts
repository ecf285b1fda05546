import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export async function backfill() {
	for (const user of await findUsers()) {
		if (user.deletedAt) {
			continue;
		}
		ha.identify(user.id, { name: user.name });
	}
}

await backfill();
