"use strict";

const axios = require("axios");

const BASE = process.env.HALO_BASE_URL || "https://api.haloagents.ai";

const client = axios.create({
  baseURL: BASE,
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
});

exports.identifyUser = async function identifyUser(user) {
  const client2 = "backfill";
  await client.post("/api/sdk/users/identify", {
    user_id: String(user.id),
    traits: { email: user.email, source: client2 },
  });
};

exports.updateUsers = (users, userToken) =>
  client.post("/api/sdk/users/update", { user_token: userToken, update_only: true, users });
