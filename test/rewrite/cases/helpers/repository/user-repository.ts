import { findUsers, type User } from "./users.js";

export class UserRepository {
  async each(visitor: (user: User) => Promise<void> | void): Promise<void> {
    for (const user of await findUsers()) await visitor(user);
  }
}
