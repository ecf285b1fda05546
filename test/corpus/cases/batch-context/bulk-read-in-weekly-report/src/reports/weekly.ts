import { prisma } from "../prisma";
import { mail } from "../mail";

export async function weeklyReport() {
  const users = await prisma.user.findMany({ orderBy: { spend: "desc" } });
  const [top] = users;
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: top.id, traits: { top_customer: true } }),
  });
  await mail("sales@acme.dev", `${users.length} users, ${top.name} spends most.`);
}
