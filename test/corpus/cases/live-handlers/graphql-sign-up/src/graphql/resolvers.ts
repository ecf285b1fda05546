import type { Resolvers } from "./types.generated";

export const resolvers: Resolvers = {
  Mutation: {
    async signUp(_parent, { input }, { users }) {
      const user = await users.create(input);
      await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
      });
      return { user };
    },
  },
};
