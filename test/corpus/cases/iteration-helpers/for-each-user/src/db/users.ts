import { pool } from "./pool.js";

export interface User {
  id: string;
  email: string;
  plan: string;
}

const PAGE = 1000;

export async function forEachUser(visit: (user: User) => Promise<void>): Promise<number> {
  let last = "";
  let count = 0;
  for (;;) {
    const { rows } = await pool.query<User>(
      "SELECT id, email, plan FROM users WHERE id > $1 ORDER BY id LIMIT $2",
      [last, PAGE],
    );
    for (const row of rows) {
      await visit(row);
      count += 1;
    }
    if (rows.length < PAGE) return count;
    last = rows[rows.length - 1].id;
  }
}
