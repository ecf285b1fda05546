import { findUsers } from "./users.js";

const haloUrl = process.env.HALO_BASE_URL;

/** Run once after the plan migration. */
export async function backfillPlans(): Promise<void> {
  const users = await findUsers();
  for (const user of users) {
    await fetch(`${haloUrl}/api/sdk/users/identify`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      },
      body: JSON.stringify({
        user_id: user.id,
        traits: { plan: user.plan, mrr: user.mrr },
      }),
    });
  }
}

await backfillPlans();
