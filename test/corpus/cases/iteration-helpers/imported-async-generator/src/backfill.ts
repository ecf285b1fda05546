import { sendPerson } from "./halo.js";
import { allUsers } from "./users/all-users.js";

const started = Date.now();
let sent = 0;

for await (const user of allUsers()) {
  try {
    await sendPerson(user);
    sent += 1;
  } catch (error) {
    console.error(user.id, error);
  }
}
console.log(`${sent} users in ${Date.now() - started} ms`);
