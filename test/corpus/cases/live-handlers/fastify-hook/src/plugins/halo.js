import fp from "fastify-plugin";

export default fp(async (app) => {
  app.addHook("onRequest", async (request) => {
    if (!request.user) return;
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: request.user.id, traits: { plan: request.user.plan } }),
    });
  });
});
