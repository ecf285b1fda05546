import { Importer } from "./importer.js";
import { users } from "./users.js";

new Importer().run(users);
