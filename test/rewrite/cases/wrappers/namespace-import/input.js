import * as halo from "./halo.js";
import { findUsers } from "./users.js";

const users = await findUsers();
await Promise.all(users.map((user) => halo.syncUser(user.id, { name: user.name })));
