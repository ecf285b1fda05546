export async function identifyFirst(sessions: { userId: string; active: boolean }[]) {
  for (const session of sessions) {
    if (!session.active) continue;
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: session.userId, traits: {} }),
    });
    return session;
  }
  return undefined;
}
