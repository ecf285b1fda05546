import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { createUser } from "~/models/user.server";

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const user = await createUser(String(form.get("email")), String(form.get("password")));
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
  });
  return redirect("/welcome");
}

export default function Join() {
  return <form method="post"><input name="email" /><input name="password" type="password" /></form>;
}
