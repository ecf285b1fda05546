import { users, type User } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

function syncAll(list: User[]): void {
  for (const user of list) {
    ha.identify(user.id, { name: user.name });
  }
}

const syncPaying = (): void => {
  const paying = users.filter((user) => user.mrr !== null);
  syncAll(paying);
};

function main() {
  syncPaying();
  console.log("done");
}

main();
