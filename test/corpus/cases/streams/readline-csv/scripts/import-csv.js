const fs = require("node:fs");
const readline = require("node:readline");

async function main(path) {
  const lines = readline.createInterface({ input: fs.createReadStream(path) });
  for await (const line of lines) {
    const [userId, plan] = line.split(",");
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: userId, traits: { plan } }),
    });
  }
}

main(process.argv[2]);
