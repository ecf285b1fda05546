const { Worker } = require("bullmq");

module.exports = new Worker("halo-batch", async (job) => {
  await Promise.all(
    job.data.userIds.map((userId) =>
      fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: userId, traits: { cohort: job.data.cohort } }),
      }),
    ),
  );
});
