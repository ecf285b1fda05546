import { findUsers } from "./users.js";

export const halo = {
  base: "https://api.haloagents.ai",
  identify(userId, traits) {
    return fetch(`${this.base}/api/sdk/users/identify`, {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: userId, traits }),
    });
  },
};

for (const user of await findUsers()) {
  await halo.identify(user.id, { name: user.name, plan: user.plan });
}
