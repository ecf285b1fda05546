import { Hono } from "hono";
import { churnRisk } from "./churn";

type Bindings = { HALO_API_KEY: string; DB: D1Database };

const app = new Hono<{ Bindings: Bindings }>();
app.get("/health", (c) => c.text("ok"));

const scheduled: ExportedHandlerScheduledHandler<Bindings> = async (_event, env) => {
  const user = await churnRisk(env.DB);
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { renewal_status: "at_risk" } }),
  });
};

export default { fetch: app.fetch, scheduled };
