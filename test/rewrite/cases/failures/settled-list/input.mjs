import { findUserPage } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};

for (let cursor = null, more = true; more; more = cursor !== null) {
  const { users, next } = await findUserPage(cursor);
  const requests = [];
  for (const user of users) {
    const body = JSON.stringify({ user_id: user.id, traits: { plan: user.plan } });
    requests.push(fetch(url, { method: "POST", headers, body }));
  }
  await Promise.allSettled(requests);
  cursor = next;
}
