import { Form, redirect, useActionData } from "react-router";
import { createUser } from "~/models/user.server";

const REQUIRED = ["email", "name", "password"] as const;

export async function action({ request }: { request: Request }) {
  const form = await request.formData();
  const errors: Record<string, string> = {};
  for (const field of REQUIRED) {
    if (!form.get(field)) errors[field] = "required";
  }
  if (Object.keys(errors).length > 0) return { errors };

  const user = await createUser(Object.fromEntries(form));
  await fetch(new Request("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { email: user.email, name: user.name } }),
  }));
  return redirect("/welcome");
}

export default function SignUp() {
  const data = useActionData<typeof action>();
  return (
    <Form method="post">
      {REQUIRED.map((field) => (
        <label key={field}>
          {field} <input name={field} /> {data?.errors[field]}
        </label>
      ))}
    </Form>
  );
}
