import { recordSync } from "./billing.js";
import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };
let sent = 0;
let failed = 0;

// Not all failures, or more than those.
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (response.status === 404) failed++;
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok && user.plan) failed++;
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) {
    if (user.company) failed++;
  }
}
// Work for those alone whose request was taken, or was not.
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) {
    failed++;
    continue;
  }
  recordSync();
}
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (response.ok) sent++;
  else recordSync();
}
// The end of more than the turn.
for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) {
    failed++;
    break;
  }
}
async function untilFailure() {
  for (const user of await findUsers()) {
    const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
    const response = await fetch(url, { method: "POST", headers, body });
    if (!response.ok) {
      failed++;
      return;
    }
    sent++;
  }
}
await untilFailure();
for (const user of await findUsers()) {
  if (user.plan) {
    const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
    const response = await fetch(url, { method: "POST", headers, body });
    if (!response.ok) {
      failed++;
      continue;
    }
  }
  sent++;
}
for (const user of await findUsers()) {
  try {
    const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
    const response = await fetch(url, { method: "POST", headers, body });
    if (!response.ok) {
      failed++;
      continue;
    }
  } finally {
    sent++;
  }
}
// A count of answers, whatever they say.
for (const user of await findUsers()) {
  try {
    const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
    const response = await fetch(url, { method: "POST", headers, body });
    if (!response.ok) console.error(user.id);
    sent++;
  } catch {
    failed++;
  }
}
console.log(sent, failed);
