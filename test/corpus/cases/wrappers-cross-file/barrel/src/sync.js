import { identifyUser as send } from "./halo/index.js";

export async function syncAll(users) {
  await Promise.all(users.map((user) => send(user.id, { name: user.name })));
}
