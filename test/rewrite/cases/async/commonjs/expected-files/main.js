const { syncNames: sync } = require("./names.js");
const names = require("./names.js");

async function main() {
  const count = await sync();
  await names.syncPlans();
  return count;
}

(async () => {
  console.log(await main());
})();
