import halo from "./halo.js";
import { findUsers } from "./users.js";

const users = await findUsers();
await Promise.all(users.map((user) => halo.identify(user.id, { plan: user.plan })));
