const functions = require("firebase-functions");

exports.userCreated = functions.auth.user().onCreate(async (user) => {
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.uid, traits: { email: user.email, name: user.displayName } }),
  });
});
