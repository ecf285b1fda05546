import { eachPage } from "./each-page.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

await eachPage(async (users) => {
  console.log(`a page of ${users.length}`);
  for (const user of users) ha.identify(user.id, { name: user.name });
});
