import { prisma } from "../lib/prisma.mjs";

const HALO_URL = "https://api.haloagents.ai/api/sdk/users/identify";

async function main() {
  const users = await prisma.user.findMany({
    where: { plan: { not: null } },
    select: { id: true, email: true, plan: true },
  });
  console.log(`Backfilling ${users.length} users`);

  for (const user of users) {
    const response = await fetch(HALO_URL, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      },
      body: JSON.stringify({ user_id: user.id, traits: { email: user.email, plan: user.plan } }),
    });
    if (!response.ok) console.error("failed for", user.id, response.status);
  }
}

main().finally(() => prisma.$disconnect());
