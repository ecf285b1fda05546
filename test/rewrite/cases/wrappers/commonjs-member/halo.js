const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };

exports.syncUser = async function syncUser(user) {
  const response = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers,
    body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
  });
  if (!response.ok) throw new Error(`Halo answered ${response.status}`);
};
