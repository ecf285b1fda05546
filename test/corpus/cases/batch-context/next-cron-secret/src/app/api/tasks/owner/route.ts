import { NextResponse, type NextRequest } from "next/server";
import { findOwner } from "@/server/owner";

export const dynamic = "force-dynamic";

export async function GET(req: NextRequest) {
  if (req.headers.get("Authorization") !== `Bearer ${process.env.CRON_SECRET}`) {
    return NextResponse.json({ error: "Unauthorized" }, { status: 401 });
  }
  const owner = await findOwner();
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: owner.id, traits: { seats: owner.seats } }),
  });
  return NextResponse.json({ ok: true });
}
