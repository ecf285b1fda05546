import { identifyUser, shutdown } from "@acme/analytics";
import { prisma } from "./prisma.js";

// Halo gets the same data by CSV, see docs/crm.md.
export async function backfillPlan(): Promise<void> {
  const users = await prisma.user.findMany({ select: { id: true, plan: true } });
  for (const user of users) {
    identifyUser(user.id, { plan: user.plan });
  }
  await shutdown();
}
