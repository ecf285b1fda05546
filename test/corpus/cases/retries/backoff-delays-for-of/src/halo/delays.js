const DELAYS = [0, 500, 2_000, 10_000];

export async function identify(user) {
  let error;
  for (const delay of DELAYS) {
    await new Promise((resolve) => setTimeout(resolve, delay));
    try {
      return await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
      });
    } catch (caught) {
      error = caught;
    }
  }
  throw error;
}
