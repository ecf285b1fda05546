import type { User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export class Importer {
  #count = 0;

  run(users: User[]): number {
    users.forEach((user) => {
      this.#count++;
      ha.identify(user.id, { name: user.name });
    });
    return this.#count;
  }

  runTwice(users: User[]): void {
    this.run(users);
    console.log(this.run(users));
  }
}
