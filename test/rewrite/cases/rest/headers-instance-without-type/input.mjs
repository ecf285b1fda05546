import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = new Headers({ Authorization: `Bearer ${process.env.HALO_API_KEY}` });

for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  await fetch(url, { method: "POST", headers, body });
}
