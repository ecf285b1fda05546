import ky from "ky";
import { findUserPage } from "./users.js";

const base = process.env.HALO_BASE_URL;
const AUTH = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };

let cursor: string | null = null;
do {
  const page = await findUserPage(cursor);
  for (const user of page.users) {
    await ky.post(base + "/api/sdk/users/identify", {
      headers: AUTH,
      json: { user_id: user.id, traits: { name: user.name } },
    });
  }
  cursor = page.next;
} while (cursor);
