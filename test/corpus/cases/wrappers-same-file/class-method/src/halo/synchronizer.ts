import type { UserRepository } from "../users/repository";
import type { User } from "../users/user";

export class HaloSynchronizer {
  constructor(
    private readonly users: UserRepository,
    private readonly apiKey: string,
  ) {}

  async synchronize(): Promise<void> {
    for (const user of await this.users.all()) {
      await this.push(user);
    }
  }

  private async push(user: User): Promise<void> {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${this.apiKey}` },
      body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
    });
  }
}
