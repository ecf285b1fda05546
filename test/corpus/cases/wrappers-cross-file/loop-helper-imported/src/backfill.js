import { eachUser } from "./each-user.js";
import { db } from "./db.js";

await eachUser(db, (user) => HaloAgents.getInstance().identify(user.id, { plan: user.plan }));
