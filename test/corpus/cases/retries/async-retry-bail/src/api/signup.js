const retry = require("async-retry");
const fetch = require("node-fetch");
const { createUser } = require("../users");

module.exports = async (req, res) => {
  const user = await createUser(req.body);
  await retry(
    async (bail, attempt) => {
      const r = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: {
          Authorization: `Bearer ${process.env.HALO_API_KEY}`,
          "X-Attempt": String(attempt),
        },
        body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
      });
      if (r.status === 403) return bail(new Error("forbidden"));
      if (!r.ok) throw new Error(`HTTP ${r.status}`);
    },
    { retries: 5, factor: 2 },
  );
  res.status(201).json({ id: user.id });
};
