const halo = {
  base: "https://api.haloagents.ai",
  identify(userId, traits) {
    return fetch(`${this.base}/api/sdk/users/identify`, {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: userId, traits }),
    });
  },
};

export async function nightly(users) {
  for (const user of users) await halo.identify(user.id, { plan: user.plan });
}
