import { syncNames } from "./names.js";

await syncNames();
