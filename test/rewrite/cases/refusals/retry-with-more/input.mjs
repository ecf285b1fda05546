import { recordSync } from "./billing.js";
import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };
let retries = 0;

for (const user of await findUsers()) {
  for (let attempt = 0; attempt < 3; attempt++) {
    const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
    const response = await fetch(url, { method: "POST", headers, body });
    if (response.ok) break;
    retries += 1;
  }
}
for (const user of await findUsers()) {
  for (let attempt = 0; attempt < 3; attempt++) {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body: JSON.stringify({ user_id: user.id, traits: { attempt } }),
    });
    if (response.ok) break;
  }
}
for (const user of await findUsers()) {
  for (let attempt = 0; attempt < 3; attempt++) {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
    });
    if (response.ok) {
      recordSync();
      break;
    }
  }
}
console.log(retries);
