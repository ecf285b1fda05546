import { HALO_IDENTIFY_URL } from "./constants.js";

export async function push(users) {
  for (const user of users) {
    await fetch(HALO_IDENTIFY_URL, {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    });
  }
}
