import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};
const counts = [];
let failed = 0;

for (const user of await findUsers()) {
  try {
    const body = JSON.stringify({ user_id: user.id, traits: { plan: user.plan } });
    const response = await fetch(url, { method: "POST", headers, body });
    if (!response.ok) {
      failed++;
      console.error(`${response.status} for ${user.id}`);
      continue;
    }
    counts.push(user.id);
  } catch (err) {
    failed++;
    console.error(`${user.id}: ${err.message}`);
  }
}
if (failed > 0) console.error(failed, counts.length);
