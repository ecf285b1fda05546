import { readSession } from "@/lib/sessions";

export async function GET(request: Request) {
  const session = await readSession(request);
  if (!session) return new Response(null, { status: 401 });
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: session.userId, traits: { plan: session.plan } }),
  });
  return Response.json(session);
}
