import { NextResponse } from "next/server";
import { createClient } from "@/utils/supabase/server";

export async function GET(request: Request) {
  const { searchParams, origin } = new URL(request.url);
  const supabase = await createClient();
  const { data, error } = await supabase.auth.exchangeCodeForSession(searchParams.get("code") ?? "");
  if (error) return NextResponse.redirect(`${origin}/auth/error`);
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: data.user.id, traits: { email: data.user.email } }),
  });
  return NextResponse.redirect(`${origin}/`);
}
