import { forEachUser } from "../db/users.js";
import { logger } from "../logger.js";

const halo = HaloAgents.init({ orgId: process.env.HALO_ORG!, apiKey: process.env.HALO_API_KEY! });

export async function backfillPlan(): Promise<void> {
  const count = await forEachUser(async (user) => {
    halo.identify(user.id, { plan: user.plan });
  });
  logger.info(`${count} users backfilled`);
}
