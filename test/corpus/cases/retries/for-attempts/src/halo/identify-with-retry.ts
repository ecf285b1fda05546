export async function identifyWithRetry(userId: string, traits: Record<string, unknown>) {
  for (let attempt = 0; attempt < 3; attempt++) {
    const response = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: userId, traits }),
    });
    if (response.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** attempt));
  }
  throw new Error("Halo did not answer");
}
