import { streamUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const collection = {
  find: () => ({
    async forEach(handle) {
      for await (const user of streamUsers()) handle(user);
    },
  }),
};

const identifyAll = async (cursor) =>
  cursor.forEach((user) => {
    ha.identify(user.id, { name: user.name });
  });

await identifyAll(collection.find());
console.log("All are identified.");
