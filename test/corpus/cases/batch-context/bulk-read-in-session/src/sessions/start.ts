import { prisma } from "../prisma";
import type { User } from "../types";

export async function startSession(user: User) {
  const teams = await prisma.team.findMany({ where: { members: { some: { id: user.id } } } });
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan, teams: teams.length } }),
  });
  return prisma.session.create({ data: { userId: user.id } });
}
