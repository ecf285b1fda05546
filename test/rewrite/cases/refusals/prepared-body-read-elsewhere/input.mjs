import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };

for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  console.log(body.length);
  await fetch(url, { method: "POST", headers, body });
}
for (const user of await findUsers()) {
  let body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  if (user.plan === "free") body = "{}";
  await fetch(url, { method: "POST", headers, body });
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  user.name = "";
  await fetch(url, { method: "POST", headers, body });
}
