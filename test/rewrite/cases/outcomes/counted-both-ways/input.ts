import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
let sent = 0;
let failed = 0;

for (const user of await findUsers()) {
  const res = await fetch(url, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: `Bearer ${process.env.HALO_API_KEY}`,
    },
    body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
  });
  if (res.ok) {
    sent++;
  } else {
    failed += 1;
    console.error(`${user.id} was answered with ${res.status}`);
  }
}

if (failed > 0) console.error(`${failed} failed, ${sent} were sent`);
