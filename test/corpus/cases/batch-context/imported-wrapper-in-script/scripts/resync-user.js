import { syncToHalo } from "../src/halo.js";
import { findUser } from "../src/users.js";

await syncToHalo(await findUser(process.env.USER_ID));
