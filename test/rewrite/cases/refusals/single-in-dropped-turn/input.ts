import { users } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

let reminders = 0;
users.forEach(async (user) => {
  reminders += 1;
  ha.identify("user_0000", { reminders });
  console.log(`Reminder ${reminders} is about ${user.name}.`);
});
