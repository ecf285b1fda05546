import { recordSync } from "./billing.js";
import { findUserPage, type User } from "./users.js";

export async function eachUser(visit: (user: User) => Promise<void>): Promise<number> {
  let count = 0;
  let cursor: string | null = null;
  do {
    const page: { users: User[]; next: string | null } = await findUserPage(cursor);
    for (const user of page.users) {
      recordSync(user.id);
      await visit(user);
      count++;
    }
    cursor = page.next;
  } while (cursor);
  return count;
}
