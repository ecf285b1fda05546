"use strict";

module.exports = async function pushToHalo(user) {
  const response = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
  });
  return response.ok;
};
