export { default as identify } from "./halo.js";
