import * as names from "./names.js";
import { run } from "./run.js";

run(names);
