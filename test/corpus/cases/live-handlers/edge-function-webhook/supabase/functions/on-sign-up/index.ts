import { Webhook } from "https://esm.sh/standardwebhooks@1.0.0";

const webhook = new Webhook(Deno.env.get("HOOK_SECRET") ?? "");

Deno.serve(async (req) => {
  const { user } = webhook.verify(await req.text(), Object.fromEntries(req.headers));
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${Deno.env.get("HALO_API_KEY")}` },
    body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
  });
  return new Response("{}");
});
