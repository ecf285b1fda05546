import { syncUser } from "./halo.js";
import { findUsers } from "./users.js";

export async function backfill(): Promise<void> {
  const users = await findUsers();
  await Promise.all(users.map(syncUser));
}

await backfill();
