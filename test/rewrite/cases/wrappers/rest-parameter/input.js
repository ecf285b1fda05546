import { identify } from "./halo.js";
import { findUser, findUsers } from "./users.js";

const idOf = async (user) => (await findUser(user.id))?.id ?? user.id;
const planOf = async (user) => (await findUser(user.id))?.plan;

for (const user of await findUsers()) {
  await identify({ id: await idOf(user), name: user.name, plan: await planOf(user) });
}
