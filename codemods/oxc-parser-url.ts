import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/**
 * Takes the place of `import.meta.url` in the bundled transform, which is CommonJS. Only oxc-parser asks for it, to
 * load its native binding, so it is told its own place on disk.
 */
export const oxcParserUrl = pathToFileURL(createRequire(__filename).resolve("oxc-parser")).href;
