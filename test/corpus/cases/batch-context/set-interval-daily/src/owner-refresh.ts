import { readOwner } from "./owner";

const day = 24 * 60 * 60 * 1000;

export function startOwnerRefresh(): NodeJS.Timeout {
  return setInterval(async () => {
    const owner = await readOwner();
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: owner.id, traits: { seats: owner.seats } }),
    });
  }, day);
}
