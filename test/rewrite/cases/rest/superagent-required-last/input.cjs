"use strict";

const superagent = require("superagent");

async function main() {
  const { findUsers } = require("./users.cjs");
  for (const user of await findUsers()) {
    await superagent
      .post(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`)
      .set("Authorization", `Bearer ${process.env.HALO_API_KEY}`)
      .send({ user_id: user.id, traits: { plan: user.plan } });
  }
}

main();
