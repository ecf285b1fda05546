import { prisma } from "../src/prisma";

async function main() {
  const owner = await prisma.user.findFirstOrThrow({ where: { org: { slug: "acme" } } });
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: owner.id, traits: { role: "owner" } }),
  });
}

void main();
