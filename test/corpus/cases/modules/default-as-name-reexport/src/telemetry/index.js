export { default as identify } from "./identify.js";
export { default as page } from "./page.js";
