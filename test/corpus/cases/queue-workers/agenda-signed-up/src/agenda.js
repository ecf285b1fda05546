const Agenda = require("agenda");
const { purgeSessions } = require("./sessions");

const agenda = new Agenda({ db: { address: process.env.MONGO_URL } });

agenda.define("user signed up", async (job) => {
  const { userId, email } = job.attrs.data;
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: userId, traits: { email } }),
  });
});

agenda.define("purge sessions", () => purgeSessions());

agenda.start().then(() => agenda.every("1 hour", "purge sessions"));

exports.signedUp = (user) => agenda.now("user signed up", { userId: user.id, email: user.email });
