const { recordSync } = require("./billing");
const halo = require("./halo");
const { findUsers } = require("./users");

async function backfill() {
  for (const user of await findUsers()) {
    recordSync();
    await halo.syncUser(user);
  }
}

backfill();
