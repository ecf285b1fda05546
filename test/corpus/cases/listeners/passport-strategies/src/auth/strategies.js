const passport = require("passport");
const { Strategy } = require("passport-oauth2");
const providers = require("../config/providers.json");
const User = require("../models/user");
const { identify } = require("../lib/noop");

async function identifyOnHalo(user) {
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
  });
}

for (const provider of providers) {
  passport.use(
    provider.name,
    new Strategy(provider.options, async (accessToken, refreshToken, profile, done) => {
      try {
        const user = await User.upsertFromProfile(provider.name, profile);
        identify(user);
        await identifyOnHalo(user);
        done(null, user);
      } catch (error) {
        done(error);
      }
    }),
  );
}
