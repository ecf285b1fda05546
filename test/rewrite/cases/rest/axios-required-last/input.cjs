"use strict";

const axios = require("axios");

async function main() {
  const { findUsers } = require("./users.cjs");
  for (const user of await findUsers()) {
    await axios.post(
      `${process.env.HALO_BASE_URL}/api/sdk/users/identify`,
      { user_id: user.id, traits: { plan: user.plan } },
      { headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` } },
    );
  }
}

main();
