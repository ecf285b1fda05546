import { UserRepository } from "./user-repository.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

class Backfill {
  constructor(private readonly users: UserRepository) {}

  async execute(): Promise<void> {
    await this.users.each((user) => {
      ha.identify(user.id, { name: user.name });
    });
  }
}

await new Backfill(new UserRepository()).execute();
