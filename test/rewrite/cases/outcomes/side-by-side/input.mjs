import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};

const users = await findUsers();
const refused = new Set();
await Promise.all(
  users.map(async (user) => {
    const body = JSON.stringify({ user_id: user.id, traits: { plan: user.plan } });
    const response = await fetch(url, { method: "POST", headers, body });
    if (!response.ok) {
      const text = await response.text();
      refused.add(user.id);
      console.error(`${user.id}: ${text.length > 0}`);
      return;
    }
  }),
);
if (refused.size > 0) console.error(refused.size);
