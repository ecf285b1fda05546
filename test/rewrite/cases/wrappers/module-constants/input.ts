import { findUsers, type User } from "./users.js";

const identifyUrl = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};
const origin = "crm";

function traitsOf(user: User) {
  return { name: user.name, origin };
}

async function syncUser(user: User) {
  const response = await fetch(identifyUrl, {
    method: "POST",
    headers,
    body: JSON.stringify({ user_id: user.id, traits: traitsOf(user) }),
  });
  if (!response.ok) throw new Error(`Halo answered ${response.status}`);
}

for (const user of await findUsers()) {
  await syncUser(user);
}
