import { Importer } from "./importer.js";
import { users } from "./users.js";

new Importer().run(users);

export function runAll(jobs) {
  for (const job of jobs) job.run(users);
}
