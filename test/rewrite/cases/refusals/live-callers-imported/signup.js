import { handler as setPlan } from "./set-plan.js";

export async function signUp(form) {
  await setPlan({ user: form.email });
}
