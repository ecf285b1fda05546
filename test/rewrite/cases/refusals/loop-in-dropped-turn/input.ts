import { users } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

let round = 0;
["imported", "checked"].forEach(async (state) => {
  round += 1;
  for (const user of users) {
    ha.identify(user.id, { [state]: true });
  }
  console.log(`${state} in round ${round}`);
});
