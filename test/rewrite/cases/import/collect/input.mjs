import { findUserPage } from "./users.js";

let cursor = null;
do {
  const page = await findUserPage(cursor);
  for (const user of page.users) {
    if (user.deletedAt) continue;
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      },
      body: JSON.stringify({
        user_id: user.id,
        traits: { plan: user.plan, created_at: user.signedUpAt },
      }),
    });
  }
  cursor = page.next;
} while (cursor);
