import { syncUser } from "./halo.js";
import { findUser } from "./users.js";

const user = await findUser(process.argv[2] ?? "user_0000");
if (user) await syncUser({ id: user.id, plan: user.plan });
