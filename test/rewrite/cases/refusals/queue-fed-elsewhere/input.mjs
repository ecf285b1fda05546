import async from "async";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const users = await findUsers();
const queue = async.queue(async (user) => {
  ha.identify(user.id, { name: user.name });
}, 2);
queue.push(users);
setTimeout(() => queue.push({ id: "user_0001", name: "Later" }), 1000);
await queue.drain();
