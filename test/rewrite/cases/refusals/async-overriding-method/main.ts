import { Importer } from "./importer.js";
import { users, type User } from "./users.js";

class Quiet extends Importer {
  override run(list: User[]): void {
    console.log(list.length);
  }
}

const importer: Importer = users.length > 0 ? new Importer() : new Quiet();
importer.run(users);
