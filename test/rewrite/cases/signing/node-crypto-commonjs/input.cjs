const { randomUUID, createHmac: hmac } = require("crypto");
const { users } = require("./users.cjs");

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });
const runId = hmac("sha256", "run").update("2026").digest("hex");
console.log(randomUUID());

async function main() {
  for (const user of users) ha.identify(user.id, { run: runId });
}

main();
