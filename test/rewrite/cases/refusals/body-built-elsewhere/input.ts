import { findUsers, type User } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};

const bodyOf = (user: User) => JSON.stringify({ user_id: user.id, traits: {} });

for (const user of await findUsers()) {
  await fetch(url, { method: "POST", headers, body: bodyOf(user) });
}
