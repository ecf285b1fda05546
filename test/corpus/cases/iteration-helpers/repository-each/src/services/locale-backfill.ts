import type { UserRepository } from "../repositories/user.repository.js";

declare const HaloAgents: { getInstance(): { identify(id: string, traits?: object): void } | null };

export class LocaleBackfill {
  constructor(private readonly users: UserRepository) {}

  async execute(): Promise<void> {
    const ha = HaloAgents.getInstance();
    await this.users.each((user) => {
      ha?.identify(user._id, { locale: user.locale });
    });
  }
}
