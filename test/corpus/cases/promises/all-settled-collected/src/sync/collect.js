const IDENTIFY = "https://api.haloagents.ai/api/sdk/users/identify";

export async function sync(users) {
  const requests = [];
  for (const user of users) {
    requests.push(
      fetch(IDENTIFY, {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: user.uuid, traits: { name: user.fullName } }),
      }),
    );
  }
  const results = await Promise.allSettled(requests);
  return results.filter((result) => result.status === "rejected").length;
}
