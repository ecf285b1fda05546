import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

async function main() {
  for (const user of await findUsers()) {
    const { balance } = await syncBilling(user);

    const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
    const headers = {
      "Content-Type": "application/json",
      Authorization: `Bearer ${process.env.HALO_API_KEY}`,
    };
    await fetch(url, {
      method: "POST",
      headers,
      body: JSON.stringify({ user_id: user.id, traits: { balance } }),
    });
  }
}

await main();
