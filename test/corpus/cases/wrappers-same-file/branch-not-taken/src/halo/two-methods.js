class HaloClient {
  identify(userId, traits) {
    return this.post("identify", { user_id: userId, traits });
  }

  update(users) {
    return this.post("update", { user_token: signToken(), update_only: true, users });
  }

  post(route, body) {
    return fetch(`https://api.haloagents.ai/api/sdk/users/${route}`, {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify(body),
    });
  }
}

const client = new HaloClient();

export async function sync(batches) {
  for (const batch of batches) {
    await client.update(batch.map((user) => ({ user_id: user.id, traits: user.traits })));
  }
}
