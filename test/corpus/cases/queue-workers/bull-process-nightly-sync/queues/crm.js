const Queue = require("bull");

const crm = new Queue("crm", process.env.REDIS_URL);

crm.process("nightly-sync", 5, async (job) => {
  const { contactId, mrr } = job.data;
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: contactId, traits: { mrr } }),
  });
});

module.exports = crm;
