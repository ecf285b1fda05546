import type { FastifyInstance } from "fastify";
import { prisma } from "../prisma";

export default async function projects(app: FastifyInstance) {
  app.get("/projects", async (request) => {
    const list = await prisma.project.findMany({ where: { ownerId: request.user.id } });
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: request.user.id, traits: { projects: list.length } }),
    });
    return list;
  });
}
