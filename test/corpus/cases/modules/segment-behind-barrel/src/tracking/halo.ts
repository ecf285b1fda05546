export const identifyOnHalo = (userId: string, traits: object) =>
  fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: userId, traits }),
  });
