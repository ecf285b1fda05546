import assert from "node:assert";

const ids = ["a", "b", "c"];
ids.forEach((id) => HaloAgents.getInstance().identify(id, {}));
assert.equal(window.sent.length, 3);
