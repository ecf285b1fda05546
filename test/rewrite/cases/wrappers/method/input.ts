import { findUsers, type User } from "./users.js";

class HaloSynchronizer {
  constructor(
    private readonly source: string,
    private readonly apiKey: string | undefined,
  ) {}

  async synchronize(): Promise<void> {
    for (const user of await findUsers()) {
      await this.push(user);
    }
  }

  /** Tells Halo about a user. */
  private async push(user: User): Promise<void> {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${this.apiKey}` },
      body: JSON.stringify({ user_id: user.id, traits: { name: user.name, source: this.source } }),
    });
  }
}

await new HaloSynchronizer("crm", process.env.HALO_API_KEY).synchronize();
