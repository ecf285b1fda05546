import { makeImporter } from "./make.js";
import { users } from "./users.js";

const importer = makeImporter();
importer.runTwice(users);
