import { identify, identifyOnHalo } from "./tracking/index.js";
import { createUser, invitedUsers } from "./users.js";

export async function signUp(form: { email: string; name: string }) {
  const user = await createUser(form);
  await identifyOnHalo(user.id, { email: user.email, name: user.name });

  for (const invited of await invitedUsers(user.id)) {
    identify(invited.id, { invitedBy: user.id });
  }
  return user;
}
