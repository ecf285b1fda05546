import { setInterval } from "node:timers";
import { syncNames } from "./names.js";

setInterval(syncNames, 1000);
