import { findUserPage, type User } from "./users.js";

export async function syncUser(user: User): Promise<void> {
  await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({
      user_id: user.id,
      traits: { email: user.email, signed_up_at: user.signedUpAt.toISOString() },
    }),
  });
}

let cursor: string | null = null;
do {
  const page = await findUserPage(cursor);
  for (const user of page.users) {
    if (user.deletedAt) continue;
    await syncUser(user);
  }
  cursor = page.next;
} while (cursor);
