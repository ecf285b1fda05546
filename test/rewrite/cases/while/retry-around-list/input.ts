import { findUsers } from "./users.js";

const base = process.env.HALO_BASE_URL;
const users = await findUsers();

let done = false;
let attempts = 0;
while (!done && attempts < 3) {
  attempts += 1;
  try {
    for (const user of users) {
      const res = await fetch(`${base}/api/sdk/users/identify`, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          Authorization: `Bearer ${process.env.HALO_API_KEY}`,
        },
        body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
      });
      if (!res.ok) throw new Error(`Halo answered ${res.status}`);
    }
    done = true;
  } catch (error) {
    console.log("Trying again:", error);
  }
}
