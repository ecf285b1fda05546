import { createRequire } from "node:module";

const load = createRequire(import.meta.url);
const names = load("./names.js");

export const run = () => names.syncNames();
