import { findUsers } from "./users.js";

const { syncToHalo } = await import("./halo.js");

for (const user of await findUsers()) {
  await syncToHalo(user);
}
