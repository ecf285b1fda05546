interface Env {
  HALO_API_KEY: string;
  DB: D1Database;
}

export default {
  async scheduled(_event: ScheduledEvent, env: Env) {
    const owner = await env.DB.prepare("select id, plan from users where is_owner limit 1").first();
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: owner.id, traits: { plan: owner.plan } }),
    });
  },
};
