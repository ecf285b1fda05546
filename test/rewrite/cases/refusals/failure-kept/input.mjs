import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };
const failures = [];
let sent = 0;
let failed = 0;

for (const user of await findUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  await fetch(url, { method: "POST", headers, body }).catch(() => console.error(user));
}
for (const user of await findUsers()) {
  try {
    const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
    await fetch(url, { method: "POST", headers, body });
  } catch (error) {
    console.error(error);
    continue;
  }
  sent += 1;
}
for (const user of await findUsers()) {
  try {
    const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
    await fetch(url, { method: "POST", headers, body });
  } catch (error) {
    console.error("after", sent, error);
    if (failed) throw error;
  }
}
const results = await Promise.allSettled(
  (await findUsers()).map(async (user) => {
    const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
    await fetch(url, { method: "POST", headers, body });
  }),
);
console.log(sent, failed, failures, results);

await Promise.allSettled(
  (await findUsers()).map(async (user) => {
    const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
    await fetch(url, { method: "POST", headers, body });
    await user.save();
  }),
);
