"use strict";

const halo = require("./halo");
const { findUsers } = require("./users");

/** How many of the users belong to a client of ours. */
let client = 0;

module.exports = async function syncUsers() {
  for (const user of await findUsers()) {
    if (user.plan === "pro") client += 1;
    await halo.identifyUser(user);
  }
  console.log(client);
};

if (require.main === module) module.exports();
