export const halo = {
  identify: (user_id: string, traits: object) =>
    fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id, traits }),
    }),
};
