import runNightly from "./nightly.js";

await runNightly();
