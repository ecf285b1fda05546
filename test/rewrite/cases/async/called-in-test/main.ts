import { syncNames } from "./names.js";

syncNames();
