import { identifyUser } from "./crm.js";

export async function sync(users) {
  for (const user of users) await identifyUser(user);
}
