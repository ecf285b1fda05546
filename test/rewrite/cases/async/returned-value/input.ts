import { users } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

/**
 * Sends everybody's name.
 *
 * @returns how many there are
 */
function syncNames(): number {
  for (const user of users) {
    ha.identify(user.id, { name: user.name });
  }
  return users.length;
}

function countText(): string {
  return syncNames().toLocaleString("en");
}

function counted() {
  return countText();
}

const text = counted();
if (text.length > 0) console.log(text);
console.log("names", syncNames());
