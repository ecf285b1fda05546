const MIRRORS = ["https://api.haloagents.ai", "https://halo-mirror.example.com"];

const timeout = (ms: number) =>
  new Promise<never>((_, reject) => setTimeout(() => reject(new Error("timeout")), ms));

export async function fastIdentify(userId: string, traits: Record<string, unknown>) {
  const body = JSON.stringify({ user_id: userId, traits });
  const attempts = MIRRORS.map(async (mirror) => {
    const response = await fetch(`${mirror}/api/sdk/users/identify`, {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body,
    });
    if (!response.ok) throw new Error(`${mirror}: ${response.status}`);
    return mirror;
  });
  return Promise.race([Promise.any(attempts), timeout(2500)]);
}
