const superagent = require("superagent");
const { findUsers } = require("./users.cjs");

const host = process.env.HALO_BASE_URL;

async function main() {
  for (const user of await findUsers()) {
    await superagent
      .post(`${host}/api/sdk/users/identify`)
      .set("Authorization", `Bearer ${process.env.HALO_API_KEY}`)
      .set("Content-Type", "application/json")
      .set("X-Source", "backfill")
      .send({ user_id: user.id, traits: { name: user.name } });
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
