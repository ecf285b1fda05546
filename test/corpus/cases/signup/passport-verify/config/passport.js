const passport = require("passport");
const { Strategy: GoogleStrategy } = require("passport-google-oauth20");
const User = require("../models/user");

passport.use(
  new GoogleStrategy(
    { clientID: process.env.GOOGLE_ID, clientSecret: process.env.GOOGLE_SECRET, callbackURL: "/auth/google/callback" },
    async (accessToken, refreshToken, profile, done) => {
      const user = await User.findOneAndUpdate({ googleId: profile.id }, { name: profile.displayName }, { upsert: true });
      await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
      });
      done(null, user);
    },
  ),
);
