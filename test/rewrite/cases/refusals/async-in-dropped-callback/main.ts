import { syncNames } from "./names.js";

["morning", "evening"].forEach(async (time) => {
  syncNames();
  console.log(time);
});
