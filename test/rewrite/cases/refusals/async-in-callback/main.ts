import { syncNames } from "./names.js";

["morning", "evening"].forEach((time) => {
  console.log(time, syncNames());
});
