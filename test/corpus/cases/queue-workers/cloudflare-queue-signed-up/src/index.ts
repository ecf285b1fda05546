interface Env {
  HALO_API_KEY: string;
}

interface SignedUp {
  userId: string;
  email: string;
}

export default {
  async queue(batch: MessageBatch<SignedUp>, env: Env): Promise<void> {
    for (const message of batch.messages) {
      await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: message.body.userId, traits: { email: message.body.email } }),
      });
      message.ack();
    }
  },
};
