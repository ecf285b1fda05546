import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

async function backfillBalances(base: string, apiKey: string) {
  for (const user of await findUsers()) {
    const { balance } = await syncBilling(user);
    await fetch(`${base}/api/sdk/users/identify`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${apiKey}`,
      },
      body: JSON.stringify({ user_id: user.id, traits: { balance } }),
    });
  }
}

const { HALO_BASE_URL = "", HALO_API_KEY = "" } = process.env;
await backfillBalances(HALO_BASE_URL, HALO_API_KEY);
