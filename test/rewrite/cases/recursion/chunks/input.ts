import { users } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

function identifyFrom(start: number): number {
  const chunk = users.slice(start, start + 200);
  for (const user of chunk) {
    ha.identify(user.id, { name: user.name });
  }
  if (chunk.length < 200) return start + chunk.length;
  return identifyFrom(start + 200);
}

console.log(identifyFrom(0));
