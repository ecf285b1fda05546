import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

async function seed() {
  const demo = await prisma.user.upsert({
    where: { email: "demo@acme.dev" },
    create: { email: "demo@acme.dev", name: "Demo" },
    update: {},
  });
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: demo.id, traits: { email: demo.email } }),
  });
}

seed().finally(() => prisma.$disconnect());
