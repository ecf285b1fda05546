const { Queue, Worker } = require("bullmq");
const { readOwner } = require("./owner");

const connection = { host: process.env.REDIS_HOST };
const owners = new Queue("owners", { connection });

owners.add("refresh", {}, { repeat: { pattern: "0 3 * * *" } });

module.exports = new Worker(
  "owners",
  async () => {
    const owner = await readOwner();
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: owner.id, traits: { seats: owner.seats } }),
    });
  },
  { connection },
);
