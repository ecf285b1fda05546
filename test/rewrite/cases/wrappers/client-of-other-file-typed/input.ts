import { upsertHaloUser } from "./halo.js";
import { findUsers } from "./users.js";

for (const user of await findUsers()) {
  await upsertHaloUser({ id: user.id, traits: { plan: user.plan, seats: user.mrr } });
}
