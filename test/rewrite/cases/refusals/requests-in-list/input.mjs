import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };
const users = await findUsers();

const read = [];
for (const user of users) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  read.push(fetch(url, { method: "POST", headers, body }));
}
const responses = await Promise.all(read);

const chunk = [];
for (const user of users) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  chunk.push(fetch(url, { method: "POST", headers, body }));
  if (chunk.length > 20) await Promise.all(chunk.splice(0));
}

const shared = [fetch(url)];
for (const user of users) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  shared.push(fetch(url, { method: "POST", headers, body }));
}
await Promise.all(shared);

const mixed = [];
mixed.push(responses.length);
for (const user of users) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  mixed.push(fetch(url, { method: "POST", headers, body }));
}
await Promise.all(mixed);

const caught = [];
for (const user of users) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  caught.push(fetch(url, { method: "POST", headers, body }));
}
try {
  await Promise.all(caught);
} catch (error) {
  console.error(error);
}
