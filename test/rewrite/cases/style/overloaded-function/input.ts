import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

/** Fills in the plans that were forgotten, of all users or of the first few. */
export function backfill(): Promise<void>;
export function backfill(first: number): Promise<void>;
export async function backfill(first = Infinity): Promise<void> {
  for (const user of (await findUsers()).slice(0, first)) {
    ha.identify(user.id, { plan: user.plan });
  }
}

await backfill();
