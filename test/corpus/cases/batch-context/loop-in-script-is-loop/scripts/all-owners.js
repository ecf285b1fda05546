#!/usr/bin/env node
const owners = require("./owners.json");

for (const owner of owners) {
  ha.identify(owner.id, { role: "owner" });
}
