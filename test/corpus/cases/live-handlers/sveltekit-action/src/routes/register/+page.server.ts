import { fail, redirect } from "@sveltejs/kit";
import { createUser } from "$lib/server/users";
import type { Actions } from "./$types";

export const actions: Actions = {
  default: async ({ request, cookies }) => {
    const form = await request.formData();
    const user = await createUser(form);
    if (!user) return fail(400);
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
    });
    cookies.set("session", user.session, { path: "/" });
    redirect(303, "/");
  },
};
