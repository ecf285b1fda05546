"use strict";

const axios = require("axios");
const logger = require("./logger");

const client = axios.create({
  baseURL: process.env.HALO_URL || "https://api.haloagents.ai",
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
  timeout: 5000,
});

exports.identifyUser = async function identifyUser(user) {
  try {
    await client.post("/api/sdk/users/identify", {
      user_id: String(user.id),
      traits: { email: user.email, plan: user.plan },
    });
  } catch (err) {
    logger.error({ err, userId: user.id }, "halo identify failed");
  }
};

exports.updateUsers = (users, userToken) =>
  client.post("/api/sdk/users/update", { user_token: userToken, update_only: true, users });
