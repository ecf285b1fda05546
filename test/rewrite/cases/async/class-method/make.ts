import { Importer } from "./importer.js";

export const makeImporter = (): Importer => new Importer();
