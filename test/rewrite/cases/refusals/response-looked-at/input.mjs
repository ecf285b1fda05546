import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };
const results = [];

for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (response.status === 200) await user.save();
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  const answer = await response.json();
  if (!answer.ok) throw new Error("Halo");
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) break;
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) throw new Error("Halo");
  results.push(response.headers);
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!user.ok && response.status) throw new Error("Halo");
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  await fetch(url, { method: "POST", headers, body })
    .then((response) => response.json())
    .then((answer) => {
      if (!answer.ok) throw new Error("Halo");
    });
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (response.status === 429) await user.wait(1000);
}
console.log(results);
