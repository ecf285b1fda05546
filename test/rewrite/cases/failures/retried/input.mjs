import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

for (const user of await findUsers()) {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      await fetch(url, {
        method: "POST",
        headers,
        body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
      });
      break;
    } catch {
      await sleep(2 ** attempt);
    }
  }
}
