import { findUserPage, findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };
const failed = [];
let sent = 0;

for (const user of await findUsers()) {
  if (failed.length > 10) break;
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) failed.push(user.id);
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (response.ok) sent++;
  if (sent % 100 === 0) console.log(sent);
}
for (let cursor = null, more = true; more; more = cursor !== null) {
  const { users, next } = await findUserPage(cursor);
  let sentOfPage = 0;
  for (const user of users) {
    const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
    const response = await fetch(url, { method: "POST", headers, body });
    if (response.ok) sentOfPage++;
  }
  console.log(sentOfPage);
  cursor = next;
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { sent_before: sent } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (response.ok) sent++;
}
console.log(failed, sent);
