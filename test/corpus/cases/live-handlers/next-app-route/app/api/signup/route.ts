import { NextResponse } from "next/server";
import { createUser } from "@/lib/users";

export async function POST(request: Request) {
  const user = await createUser(await request.json());
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({
      user_id: user.id,
      traits: { email: user.email, name: user.name, signed_up_at: user.createdAt.toISOString() },
    }),
  });
  return NextResponse.json({ id: user.id }, { status: 201 });
}
