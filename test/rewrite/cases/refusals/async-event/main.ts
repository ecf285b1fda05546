import { syncNames } from "./names.js";

process.on("SIGUSR2", () => {
  syncNames();
});
