import { basename } from "node:path";
import seatsOf, { toTraits } from "./traits.js";

export async function syncToHalo(user) {
  const response = await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({
      user_id: user.id,
      traits: { ...toTraits(user), seats: seatsOf(user), source: basename("/crm/users") },
    }),
  });
  if (!response.ok) throw new Error(await response.text());
}
