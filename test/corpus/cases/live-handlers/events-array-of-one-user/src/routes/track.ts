import type { FastifyInstance } from "fastify";
import { warehouse } from "../warehouse.js";

interface Body {
  userId: string;
  traits?: Record<string, unknown>;
  events: { name: string; at: string }[];
}

export default async function trackRoutes(app: FastifyInstance) {
  app.post<{ Body: Body }>("/track", async (request, reply) => {
    const { userId, traits = {}, events } = request.body;
    const response = await fetch(`${process.env.HALO_URL}/api/sdk/users/identify`, {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: userId, traits }),
    });
    if (!response.ok) request.log.warn({ status: response.status }, "halo");
    for (const event of events) {
      await warehouse.insert({ userId, ...event });
    }
    return reply.code(202).send();
  });
}
