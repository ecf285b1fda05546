import { recordSync, syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};

for (const user of await findUsers()) {
  try {
    const { balance } = await syncBilling(user);
    const body = JSON.stringify({ user_id: user.id, traits: { balance } });
    const response = await fetch(url, { method: "POST", headers, body });
    if (!response.ok) throw new Error(`Halo answered ${response.status}`);
  } catch (error) {
    console.error("One user is left out:", error);
    continue;
  }
}
recordSync();
