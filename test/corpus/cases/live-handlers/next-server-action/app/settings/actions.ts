"use server";

import { auth } from "@/auth";
import { updateProfile } from "@/lib/profile";

export async function saveProfile(form: FormData) {
  const session = await auth();
  const profile = await updateProfile(session.user.id, Object.fromEntries(form));
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: session.user.id, traits: { name: profile.name } }),
  });
}
