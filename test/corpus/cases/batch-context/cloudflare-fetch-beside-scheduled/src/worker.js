import { purge, signIn } from "./sessions.js";

export default {
  async fetch(request, env) {
    const user = await signIn(await request.json(), env);
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
    });
    return Response.json(user);
  },
  async scheduled(event, env, ctx) {
    ctx.waitUntil(purge(env));
  },
};
