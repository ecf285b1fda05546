"use strict";

const db = require("../lib/db");
const halo = require("../lib/halo");
const logger = require("../lib/logger");

module.exports = async function syncPlans() {
  const { rows } = await db.query("SELECT id, email, plan FROM users WHERE plan_changed_at > $1", [
    new Date(Date.now() - 86400000),
  ]);
  logger.info("%d users with a new plan", rows.length);
  for (let i = 0; i < rows.length; i++) {
    await halo.identifyUser(rows[i]);
  }
};
