const { syncUser } = require("./halo");
const { findUsers } = require("./users");

async function main() {
  for (const user of await findUsers()) {
    await syncUser(user.id, { name: user.name });
  }
}

main();
