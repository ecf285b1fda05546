import passport from "passport";
import { findOrCreateUser } from "./users";
import { strategies } from "./strategy-list";

for (const { name, Strategy, options } of strategies) {
  passport.use(
    name,
    new Strategy(options, async (_token: string, _refresh: string, profile: Profile, done: Done) => {
      const user = await findOrCreateUser(name, profile);
      await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: user.id, traits: { email: user.email, name: user.name } }),
      });
      done(null, user);
    }),
  );
}
