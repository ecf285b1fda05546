import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const jobs = [];
for (const user of await findUsers()) {
  jobs.push(
    new Promise((resolve) => setImmediate(resolve)).then(() => {
      ha.identify(user.id, { name: user.name });
    }),
  );
  if (jobs.length >= 10) await Promise.all(jobs);
}
