import { upsertHaloUser } from "@acme/crm/halo";
import { prisma } from "./prisma.js";

export async function nightly(): Promise<void> {
  const users = await prisma.user.findMany({ where: { deletedAt: null } });
  for (const user of users) {
    await upsertHaloUser({ id: user.id, traits: { last_invoice: user.lastInvoice } });
  }
}
