"use strict";

const schedule = require("node-schedule");
const accounts = require("./accounts");

async function touchOwner() {
  const owner = await accounts.owner();
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: owner.id, traits: { mrr: owner.mrr } }),
  });
}

module.exports = function start() {
  schedule.scheduleJob({ hour: 4, minute: 30 }, touchOwner);
};
