import assert from "node:assert/strict";
import { findUserPage } from "./users.js";

let cursor: string | null = null;
const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};

/** Waits. */
function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

do {
  const page = await findUserPage(cursor);
  for (const user of page.users) {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
    });
    if (response.status === 429) await sleep(1000);
    const text = await response.text();
    assert(response.ok, text);
  }
  cursor = page.next;
} while (cursor);
