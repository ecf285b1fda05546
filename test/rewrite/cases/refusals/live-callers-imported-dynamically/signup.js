export async function signUp(form) {
  const { handler } = await import("./set-plan.js");
  await handler({ user: form.email });
}
