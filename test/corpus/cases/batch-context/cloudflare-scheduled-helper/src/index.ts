import { nextRenewal } from "./renewals";

export interface Env {
  HALO_API_KEY: string;
  DB: D1Database;
}

async function announceRenewal(env: Env): Promise<void> {
  const renewal = await nextRenewal(env.DB);
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: renewal.userId, traits: { renewal_date: renewal.date } }),
  });
}

export default {
  async scheduled(_controller, env, ctx) {
    ctx.waitUntil(announceRenewal(env));
  },
} satisfies ExportedHandler<Env>;
