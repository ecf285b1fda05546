import { mapLimit } from "./lib/concurrency.js";
import { syncUser } from "./lib/halo.js";
import { findUsers } from "./users.js";

export async function resync(filter) {
  const users = await findUsers(filter);
  const outcomes = await mapLimit(users, 10, syncUser);
  return outcomes.filter(Boolean).length;
}
