import { kafka } from "../kafka.js";

const consumer = kafka.consumer({ groupId: "halo" });
await consumer.subscribe({ topic: "sign-ins" });
await consumer.run({
  eachMessage: async ({ message }) => {
    const { userId, plan } = JSON.parse(message.value.toString());
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: userId, traits: { plan } }),
    });
  },
});
