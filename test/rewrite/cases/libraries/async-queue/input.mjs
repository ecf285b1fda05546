import async from "async";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export async function pushUsers(users) {
  const queue = async.queue(async (user) => {
    ha.identify(user.id, { name: user.name });
  }, 2);
  queue.push(users);
  queue.push([]);
  await queue.drain();
}

await pushUsers(await findUsers());
