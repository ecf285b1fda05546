import NextAuth from "next-auth";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";

const HALO_IDENTIFY = "https://api.haloagents.ai/api/sdk/users/identify";
const providers = [GitHub, Google].map((provider) => provider({ allowDangerousEmailAccountLinking: false }));

export const { handlers, auth, signIn, signOut } = NextAuth({
  providers,
  events: {
    async signIn({ user, isNewUser }) {
      await fetch(HALO_IDENTIFY, {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({
          user_id: user.id,
          traits: { email: user.email, name: user.name, new: Boolean(isNewUser) },
        }),
      });
    },
  },
});
