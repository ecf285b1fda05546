import { User } from "../models/user";

export default async function syncUsers() {
  const users = await User.findAll({ attributes: ["id", "plan"] });
  await Promise.all(
    users.map(async (user) => {
      const plan = await user.getPlanName();
      await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: user.id, traits: { plan } }),
      });
    }),
  );
}
