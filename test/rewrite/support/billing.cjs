// What the programs under test do besides talking to Halo. With FAIL_AT=k the k-th call throws (the first is 0).
const process = require("node:process");

const failAt = Number(process.env.FAIL_AT ?? -1);
let calls = 0;

function work() {
  if (calls++ === failAt) throw new Error(`Billing failed at call ${failAt}.`);
}

exports.syncBilling = async (user) => {
  work();
  return { balance: user.company.seats * 10 };
};
exports.recordSync = () => work();
