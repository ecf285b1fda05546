const Queue = require("bull");
const { pushToSalesforce } = require("../salesforce");

const crm = new Queue("crm", process.env.REDIS_URL);

crm.process("nightly-sync", () => pushToSalesforce());

crm.process("signed-in", async (job) => {
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: job.data.userId, traits: { plan: job.data.plan } }),
  });
});

module.exports = crm;
