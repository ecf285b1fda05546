import { SequelizeStorage, Umzug } from "umzug";
import { sequelize } from "./sequelize";
import { User } from "./user";

export const umzug = new Umzug({
  migrations: [
    {
      name: "2026-03-owner-plan",
      async up() {
        const owner = await User.findOne({ where: { role: "owner" } });
        await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
          method: "POST",
          headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
          body: JSON.stringify({ user_id: owner.id, traits: { plan: "enterprise" } }),
        });
      },
    },
  ],
  context: sequelize,
  storage: new SequelizeStorage({ sequelize }),
  logger: console,
});
