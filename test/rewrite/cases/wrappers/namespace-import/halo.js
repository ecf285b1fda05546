const endpoint = "https://api.haloagents.ai/api/sdk/users/identify";

export const syncUser = (userId, traits) =>
  fetch(endpoint, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: userId, traits }),
  });
