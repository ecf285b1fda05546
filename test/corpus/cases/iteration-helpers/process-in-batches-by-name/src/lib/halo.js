export async function syncUser(user) {
  const response = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: {
      authorization: `Bearer ${process.env.HALO_API_KEY}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ user_id: user.id, traits: { email: user.email, plan: user.plan } }),
  });
  return response.ok;
}
