import { readOwner } from "../../owner";

export default defineTask({
  meta: { name: "halo:owner", description: "Tell Halo about the owner" },
  async run() {
    const owner = await readOwner();
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: owner.id, traits: { seats: owner.seats } }),
    });
    return { result: "ok" };
  },
});
