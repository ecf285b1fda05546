import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export async function backfillEverythingWeKnow(label: string): Promise<void> {
    const users = (await findUsers()).filter((user) => user.deletedAt === null && user.name !== "");
    for (const user of users) {
        ha.identify(user.id, { name: user.name, email: user.email, plan: user.plan, label });
    }
}

await backfillEverythingWeKnow("2026");
