import { findUsers } from "./users.js";

const { HALO_API_KEY = "" } = process.env;

async function run() {
  const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: HALO_API_KEY });
  const users = await findUsers();
  for (const user of users) {
    ha.identify(user.id, { name: user.name });
  }
}

await run();
