const timeout = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function identifyVisitor(user: { id: string; email: string }) {
  await Promise.race([
    fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
    }),
    timeout(1_500),
  ]);
}
