const { Client } = require("pg");
const QueryStream = require("pg-query-stream");
const axios = require("axios").default;

async function backfillCountries() {
  const client = new Client();
  await client.connect();
  const stream = client.query(new QueryStream("SELECT id, country FROM users", [], { batchSize: 200 }));

  return new Promise((resolve, reject) => {
    let rows = 0;
    stream.on("data", async (row) => {
      stream.pause();
      try {
        await axios({
          method: "post",
          url: "https://api.haloagents.ai/api/sdk/users/identify",
          headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
          data: { user_id: row.id, traits: { country: row.country } },
        });
        rows++;
      } finally {
        stream.resume();
      }
    });
    stream.on("error", reject);
    stream.on("end", () => {
      client.end();
      resolve(rows);
    });
  });
}

module.exports = { backfillCountries };
