export { identify } from "./segment.js";
export { identifyOnHalo } from "./halo.js";
