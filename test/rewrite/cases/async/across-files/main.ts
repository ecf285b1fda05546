import runNightly from "./nightly.js";

runNightly();
