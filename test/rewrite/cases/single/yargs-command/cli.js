import { users } from "./users.js";
import * as setPlan from "./set-plan.js";

const commands = [setPlan];
for (const each of users.slice(0, 1)) {
  for (const [, run] of commands.flatMap(Object.entries)) {
    if (typeof run === "function") await run({ user: each.id });
  }
}
