import { syncNames } from "./names.js";

export type Sync = typeof syncNames;
console.log(syncNames());
