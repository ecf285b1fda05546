"use strict";

const pushToHalo = require("./halo");
const users = require("./users");

exports.resync = async () => {
  for (const user of await users.all()) {
    if (!(await pushToHalo(user))) console.warn("not synced", user.id);
  }
};
