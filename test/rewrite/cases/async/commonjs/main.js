const { syncNames: sync } = require("./names.js");
const names = require("./names.js");

function main() {
  const count = sync();
  names.syncPlans();
  return count;
}

(async () => {
  console.log(await main());
})();
