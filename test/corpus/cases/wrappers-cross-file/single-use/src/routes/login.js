import { syncToHalo } from "../halo.js";

export default async function login(fastify) {
  fastify.post("/login", async (request, reply) => {
    const user = await fastify.authenticate(request.body);
    await syncToHalo(user);
    return reply.send({ token: user.token });
  });
}
