import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };
const failed = [];
const user_id = "the id of somebody else";
const error = "a name that the batch's error would hide";

// What is not part of the update.
for (const [index, user] of (await findUsers()).entries()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) failed.push([user.id, index]);
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name, ...user.extra } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) failed.push(user.name);
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: String(user.id), traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) failed.push(user.id);
}
// Names that the batch has another meaning for.
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) failed.push(user.id, user_id);
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) console.error(user.id, error, response.status);
}
// What only a response has.
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) console.error(user.id, response.headers.get("retry-after"));
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  const answer = await response.json();
  if (!response.ok) console.error(user.id, answer.error);
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) failed.push(await response.json());
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (response.ok) console.log(user.id, response.status);
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) console.error(user.id);
  console.log(response.status);
}
console.log(failed);
