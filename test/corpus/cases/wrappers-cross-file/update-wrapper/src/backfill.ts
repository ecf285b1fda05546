import { updateUsers } from "./halo.js";

export async function backfill(batches: { id: string; plan: string }[][]) {
  for (const batch of batches) {
    await updateUsers(batch.map((user) => ({ user_id: user.id, traits: { plan: user.plan } })));
  }
}
