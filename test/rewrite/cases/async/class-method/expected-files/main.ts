import { makeImporter } from "./make.js";
import { users } from "./users.js";

const importer = makeImporter();
await importer.runTwice(users);
