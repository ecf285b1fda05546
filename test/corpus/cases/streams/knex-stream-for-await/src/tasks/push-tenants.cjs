const https = require("node:https");
const knex = require("knex")({ client: "pg", connection: process.env.DATABASE_URL });

const agent = new https.Agent({ keepAlive: true, maxSockets: 4 });

function send(userId, traits) {
  return new Promise((resolve, reject) => {
    const request = https.request(
      "https://api.haloagents.ai/api/sdk/users/identify",
      { method: "POST", agent, headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` } },
      (response) => response.resume().on("end", () => resolve(response.statusCode)),
    );
    request.on("error", reject);
    request.end(JSON.stringify({ user_id: userId, traits }));
  });
}

async function pushTenants() {
  const stream = knex("users").join("tenants", "tenants.id", "users.tenant_id").stream();
  for await (const row of stream) {
    const status = await send(row.user_id, { tenant: row.tenant_name });
    if (status >= 400) console.error("refused", row.user_id, status);
  }
  await knex.destroy();
}

module.exports = pushTenants;
