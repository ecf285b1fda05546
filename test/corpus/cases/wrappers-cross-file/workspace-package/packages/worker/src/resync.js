import { identifyUser } from "@acme/analytics";
import { openDatabase } from "./database.js";

const database = await openDatabase();
for (const user of database.users()) {
  await identifyUser(user);
}
