import { identify as sendToHalo } from "./telemetry.js";
import { findUsers } from "./users.js";

for (const user of await findUsers()) {
  await sendToHalo({ id: user.id, email: user.email, mrr: Number(user.mrr) });
}
