const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function syncAll(users) {
  for (const user of users) {
    for (let attempt = 1; attempt <= 5; attempt++) {
      const res = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
      });
      if (res.ok) break;
      await sleep(attempt * 500);
    }
  }
}
