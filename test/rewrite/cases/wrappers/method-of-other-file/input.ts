import { HaloClient } from "./client.js";
import { findUsers } from "./users.js";

const client = new HaloClient(process.env.HALO_API_KEY ?? "");

for (const user of await findUsers()) {
  await client.identify(user.id, { name: user.name });
}
