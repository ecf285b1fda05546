import { recordSync } from "./billing.js";
import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};

async function run(): Promise<void> {
  const requests: Promise<Response>[] = [];
  for (const user of await findUsers()) {
    if (user.deletedAt) continue;
    requests.push(
      fetch(url, {
        method: "POST",
        headers,
        body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
      }),
    );
  }
  recordSync();
  await Promise.all(requests);
}

await run();
