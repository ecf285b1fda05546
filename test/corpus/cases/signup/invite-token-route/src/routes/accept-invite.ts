import type { FastifyPluginAsync } from "fastify";
import { acceptInvite } from "../invites";

export const acceptInviteRoute: FastifyPluginAsync = async (app) => {
  app.post<{ Params: { token: string } }>("/invites/:token/accept", async (request, reply) => {
    const user = await acceptInvite(request.params.token, request.body);
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { email: user.email, name: user.name } }),
    });
    return reply.send({ id: user.id });
  });
};
