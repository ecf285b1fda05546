import { flush, identifyUser } from "./halo/buffer.js";
import { activeUsers } from "./users.js";

export async function nightly() {
  for await (const user of activeUsers()) {
    identifyUser(user.id, { plan: user.plan, arr: user.arr });
  }
  await flush();
}
