import { stalestTrial } from "../../../../lib/trials";

export async function GET(request: Request) {
  if (request.headers.get("authorization") !== `Bearer ${process.env.CRON_SECRET}`) {
    return new Response("Unauthorized", { status: 401 });
  }
  const trial = await stalestTrial();
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: trial.userId, traits: { renewal_status: "at_risk" } }),
  });
  return Response.json({ ok: true });
}
